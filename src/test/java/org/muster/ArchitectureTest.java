package org.muster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.suite.api.SelectPackages;

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

    /** Elsewhere each class would start a service of its own. */
    @Test
    void testsOfARunningServiceAreAmongServiceTests() throws IOException {
        var sources = Path.of("src", "test", "java");
        try (var files = Files.walk(sources)) {
            var packages = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(ArchitectureTest::asksARunningService)
                    .map(file -> sources.relativize(file).toString().replaceAll("/\\w+[.]java$", "").replace('/', '.'));
            assertThat(packages).isNotEmpty().allMatch(name -> Arrays.stream(servicePackages())
                    .anyMatch(each -> name.equals(each) || name.startsWith(each + ".")));
        }
    }

    private static boolean asksARunningService(Path source) {
        try {
            return Files.readString(source).contains("\n@QuarkusTest\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the build leaves to ServiceTests is what ServiceTests runs. */
    @Test
    void noTestIsLeftOut() throws IOException {
        var excluded = Pattern.compile("<exclude>(org/muster/[a-z/]+)/\\*\\*/\\*Test\\.java</exclude>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(each -> each.group(1).replace('/', '.'));
        assertThat(excluded).containsExactlyInAnyOrder(servicePackages());
    }

    private static String[] servicePackages() {
        return ServiceTests.class.getAnnotation(SelectPackages.class).value();
    }
}
