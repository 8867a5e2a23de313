package org.muster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.muster");

    /** The table of ARCHITECTURE.md: a package, and those of ours that it may import. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    problem     | -
                    schedule    | problem
                    evaluation  | problem schedule
                    flow        | problem schedule
                    bounds      | problem schedule flow
                    exact       | problem schedule evaluation flow
                    parts       | problem schedule flow bounds
                    planning    | problem schedule evaluation flow
                    district    | problem schedule
                    formats     | problem schedule evaluation district parts
                    demo        | problem parts
                    persistence | problem schedule evaluation bounds district parts
                    tasks       | persistence
                    solving     | problem schedule evaluation flow bounds exact parts planning persistence tasks
                    registry    | problem schedule evaluation bounds parts district formats persistence solving
                    webhooks    | problem schedule bounds formats persistence solving tasks
                    rest        | problem schedule evaluation bounds exact parts district formats demo persistence solving registry webhooks
                    console     | problem schedule evaluation bounds formats demo persistence solving
                    """)
    void importsOnly(String name, String allowed) {
        var ours = Stream.concat(Stream.of(name), allowed == null ? Stream.empty() : Arrays.stream(allowed.split(" ")))
                .map(imported -> "org.muster." + imported + "..")
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("org.muster." + name + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.muster..")).or(resideInAnyPackage(ours)))
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void theModelIsPlainJava() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.muster.problem..",
                        "org.muster.schedule..",
                        "org.muster.evaluation..",
                        "org.muster.district..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.muster..")
                .check(PRODUCT);
    }

    @Test
    void onlyPlanningAndSolvingKnowTimefold() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.muster.planning..", "org.muster.solving..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.timefold..")
                .check(PRODUCT);
    }

    @Test
    void theProductDoesWithoutNativeLibraries() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.ortools..")
                .check(PRODUCT);
    }

    @Test
    void rowsNeverLeavePersistence() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("org.muster.persistence")
                .check(PRODUCT);
    }
}
