package org.muster;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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
import org.jspecify.annotations.Nullable;
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
                    explaining  | problem schedule evaluation bounds persistence solving
                    solving     | problem schedule evaluation flow bounds exact parts planning persistence tasks
                    registry    | problem schedule evaluation bounds parts district formats persistence solving explaining
                    webhooks    | problem schedule bounds formats persistence solving tasks
                    rest        | problem schedule evaluation bounds exact parts district formats demo persistence solving explaining registry webhooks
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

    /** The second table of ARCHITECTURE.md: a room, and the rooms of the same package that it may import. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    problem                | rules faults
                    problem.rules          | -
                    problem.faults         | -
                    problem.index          | . rules
                    evaluation             | -
                    evaluation.referee     | .
                    evaluation.incremental | .
                    evaluation.deployment  | referee
                    evaluation.explanation | . incremental referee
                    planning               | model constraints phases
                    planning.model         | -
                    planning.constraints   | model
                    planning.phases        | model
                    district               | -
                    district.history       | .
                    district.rounds        | . history
                    district.requests      | . rounds
                    formats.json.stream    | -
                    formats.json.items     | json.stream
                    formats.json.problems  | json.stream json.items
                    formats.json.requests  | json.stream json.items json.problems
                    formats.text           | -
                    formats.csv            | text
                    formats.ics            | text
                    formats.xlsx           | text
                    formats.sheets.cells   | text
                    formats.sheets.lines   | sheets.cells
                    formats.sheets.xlsx    | text sheets.cells sheets.lines
                    formats.sheets.reading | sheets.cells sheets.lines sheets.xlsx
                    formats.sheets.writing | text sheets.cells sheets.xlsx sheets.reading
                    persistence.database   | -
                    persistence.embedded   | -
                    persistence.idempotency | -
                    persistence.plans      | database idempotency
                    persistence.attempts   | plans
                    persistence.changes    | database plans
                    persistence.queue      | database plans attempts
                    persistence.districts  | database
                    persistence.publications | database districts
                    persistence.webhooks   | idempotency
                    solving                | process maintenance bounding
                    solving.process        | -
                    solving.maintenance    | process
                    solving.bounding       | -
                    registry               | -
                    registry.lists         | .
                    registry.rounds        | . lists
                    registry.changes       | .
                    registry.handout       | . lists
                    registry.privacy       | . lists
                    rest.errors            | -
                    rest.texts             | -
                    rest.http              | errors
                    rest.openapi           | http
                    rest.plans             | errors http texts
                    rest.explanations      | errors http texts plans
                    rest.handout           | errors http
                    rest.districts         | errors http plans
                    rest.webhooks          | http
                    rest.reference         | errors http texts plans
                    rest.gates             | errors plans reference
                    """)
    void roomsImportOnly(String room, @Nullable String allowed) {
        var top = room.split("\\.", -1)[0];
        var own = "org.muster." + room;
        var ours = Stream.concat(
                        Stream.of(own),
                        allowed == null
                                ? Stream.empty()
                                : Arrays.stream(allowed.split(" "))
                                        .map(each -> "org.muster." + top + (each.equals(".") ? "" : "." + each)))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("org.muster." + top + "..")).or(resideInAnyPackage(ours)))
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void everyRoomOfAPackageWithRoomsIsInTheTable() throws Exception {
        var table = ArchitectureTest.class
                .getDeclaredMethod("roomsImportOnly", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock()
                .lines()
                .map(line -> "org.muster." + line.split("\\|", -1)[0].strip())
                .toList();
        var tops =
                table.stream().map(each -> each.split("\\.", -1)[2]).distinct().toList();
        assertThat(PRODUCT.stream()
                        .map(JavaClass::getPackageName)
                        .filter(each -> each.startsWith("org.muster.") && tops.contains(each.split("\\.", -1)[2]))
                        .distinct()
                        .filter(each -> !holdsOnlyItsDescription(each)))
                .isSubsetOf(table);
    }

    private static boolean holdsOnlyItsDescription(String room) {
        return PRODUCT.stream()
                .filter(each -> each.getPackageName().equals(room))
                .allMatch(each -> each.getSimpleName().equals("package-info"));
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("org.muster.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    /** Else an error in what they share would be in both counts, and neither would show it. */
    @Test
    void theRefereeSharesNoCodeWithTheIncrementalEvaluator() {
        noClasses()
                .that()
                .resideInAPackage("org.muster.evaluation.referee")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.muster.evaluation.incremental")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("org.muster.evaluation.incremental")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.muster.evaluation.referee")
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
        noClasses()
                .that()
                .resideOutsideOfPackage("org.muster.persistence..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class)
                .check(PRODUCT);
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .resideInAPackage("org.muster.persistence..")
                .check(PRODUCT);
    }

    /** Elsewhere each class would start a service of its own. */
    @Test
    void testsOfARunningServiceAreAmongServiceTests() throws IOException {
        var sources = Path.of("src", "test", "java");
        try (var files = Files.walk(sources)) {
            var packages = files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(ArchitectureTest::asksARunningService)
                    .map(file -> sources.relativize(file)
                            .toString()
                            .replaceAll("/\\w+[.]java$", "")
                            .replace('/', '.'));
            assertThat(packages)
                    .isNotEmpty()
                    .allMatch(name -> Arrays.stream(servicePackages())
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
