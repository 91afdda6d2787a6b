package io.sharewell.scanner;

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
            .importPackages("io.sharewell.scanner");

    @Test
    void theDomainIsPlainJavaAndTheContract() {
        classes()
                .that()
                .resideInAPackage("..scanner.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.sharewell.scanner.domain..", "io.sharewell.events..")
                .check(CLASSES);
    }

    @Test
    void messagingKnowsNothingOfAws() {
        noClasses()
                .that()
                .resideInAPackage("..scanner.messaging..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..scanner.aws..", "io.sharewell.aws..", "io.sharewell.seal..", "software.amazon..")
                .check(CLASSES);
    }

    @Test
    void awsKnowsNothingOfMessaging() {
        noClasses()
                .that()
                .resideInAPackage("..scanner.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..messaging..", "org.apache.kafka..", "io.smallrye..", "io.quarkus..")
                .check(CLASSES);
    }
}
