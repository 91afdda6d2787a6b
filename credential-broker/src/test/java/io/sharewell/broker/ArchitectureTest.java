package io.sharewell.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** {@code messaging → domain ← aws}, and a domain that needs nothing to run in. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sharewell.broker");

    @Test
    void theDomainIsFreeOfFrameworks() {
        classes()
                .that()
                .resideInAPackage("..broker.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.sharewell.broker.domain..",
                        "io.sharewell.events..",
                        "io.sharewell.seal..",
                        "com.github.benmanes.caffeine..")
                .check(CLASSES);
    }

    @Test
    void messagingKnowsNothingOfAws() {
        noClasses()
                .that()
                .resideInAPackage("..broker.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..broker.aws..", "io.sharewell.aws..", "software.amazon..")
                .check(CLASSES);
    }

    @Test
    void awsKnowsNothingOfMessaging() {
        noClasses()
                .that()
                .resideInAPackage("..broker.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..messaging..", "org.apache.kafka..", "io.smallrye..", "io.quarkus..")
                .check(CLASSES);
    }
}
