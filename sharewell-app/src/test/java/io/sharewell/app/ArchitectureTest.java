package io.sharewell.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which module may use which, and what a domain is free of. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sharewell");

    /** A module's package, and the packages of the modules that it may use. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("events", List.of()),
            Map.entry("seal", List.of("events")),
            Map.entry("aws", List.of("events")),
            Map.entry("messaging", List.of("events")),
            Map.entry("simulator", List.of()),
            Map.entry("platform", List.of("simulator")),
            Map.entry("chaos", List.of("events", "messaging", "seal", "platform", "simulator")),
            Map.entry("discovery", List.of("events", "messaging", "aws")),
            Map.entry("broker", List.of("events", "messaging", "aws", "seal")),
            Map.entry("scanner", List.of("events", "messaging", "aws", "seal")),
            Map.entry("writer", List.of("events", "messaging", "aws", "seal")),
            Map.entry(
                    "app",
                    List.of(
                            "events",
                            "messaging",
                            "aws",
                            "seal",
                            "platform",
                            "simulator",
                            "discovery",
                            "broker",
                            "scanner",
                            "writer")));

    @TestFactory
    Stream<DynamicTest> eachModuleUsesOnlyWhatTheDesignSays() {
        return ARROWS.entrySet().stream()
                .map(module -> DynamicTest.dynamicTest(module.getKey(), () -> {
                    String[] allowed = Stream.concat(Stream.of(module.getKey()), module.getValue().stream())
                            .map(name -> "io.sharewell." + name + "..")
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage("io.sharewell." + module.getKey() + "..")
                            .should()
                            .onlyDependOnClassesThat(
                                    not(resideInAPackage("io.sharewell..")).or(resideInAnyPackage(allowed)))
                            .check(PRODUCT);
                }));
    }

    @Test
    void everyPackageBelongsToAModuleOfTheDesign() {
        Set<String> modules = new TreeSet<>();
        PRODUCT.forEach(type -> modules.add(type.getPackageName().split("\\.")[2]));
        assertThat(modules).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    }

    @Test
    void noPackagesNeedEachOther() {
        slices().matching("io.sharewell.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void domainsAreFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAPackage("io.sharewell.*.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "org.eclipse.microprofile..",
                        "org.apache.kafka..",
                        "software.amazon..",
                        "io.micrometer..",
                        "org.jboss..")
                .check(PRODUCT);
    }

    @Test
    void insideAServiceTheArrowsPointAtTheDomain() {
        noClasses()
                .that()
                .resideInAPackage("io.sharewell.*.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.sharewell.*.messaging..",
                        "io.sharewell.*.aws..",
                        "io.sharewell.messaging..",
                        "io.sharewell.aws..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("io.sharewell.*.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.sharewell.*.messaging..", "org.apache.kafka..", "io.smallrye.reactive..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("io.sharewell.*.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(PRODUCT);
    }
}
