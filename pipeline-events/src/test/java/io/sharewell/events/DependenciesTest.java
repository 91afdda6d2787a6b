package io.sharewell.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The contract can be used by anyone: it brings nothing but Jackson. */
class DependenciesTest {

    private static final JavaClasses CONTRACT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sharewell.events");

    @Test
    void areTheJdkAndJacksonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "io.sharewell.events..")
                .check(CONTRACT);
    }

    @Test
    void ofTheRecordsDoNotPointToTheLedger() {
        noClasses()
                .that()
                .resideInAPackage("io.sharewell.events")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sharewell.events.ledger..")
                .check(CONTRACT);
    }

    @Test
    void onJsonStayInTheCodecAndInAnnotations() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.EventCodec(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(CONTRACT);
    }
}
