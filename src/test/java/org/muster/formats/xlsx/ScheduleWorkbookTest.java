package org.muster.formats.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.demo.DemoDistricts;
import org.muster.problem.Cadre;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.ProblemFixture;
import org.muster.problem.Site;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

class ScheduleWorkbookTest {

    private static final Instant MADE = Instant.parse("2022-05-01T10:30:00Z");
    private static final ScheduleWorkbook.Heading FINAL = new ScheduleWorkbook.Heading("Round one", MADE, true);

    @TempDir
    private Path folder;

    private final ProblemFixture district = new ProblemFixture()
            .unit("bank", 10, "1")
            .unit("office", 4, "1")
            .site("gate north")
            .site("tower south")
            .site("barn")
            .demand("gate MON 05:30-12 sampler", 2, 2, 2)
            .demand("gate MON 05:30-12", 1, 1, 2)
            .demand("gate MON 22-06", 3, 3, 3)
            .demand("tower TUE 07-13", 0, 2, 2)
            .cadre("yang bank", yang -> yang.name("杨敏"))
            .cadre("li bank", li -> li.name("李强"))
            .cadre("wu office")
            .serves("wu", "gate MON 05:30-12", "tower TUE 07-13")
            .serves("li", "gate MON 05:30-12 sampler")
            .serves("yang", "gate MON 05:30-12 sampler", "gate MON 22-06");

    private byte[] workbook(Locale language, Map<String, String> phones) throws IOException {
        return workbook(district.problem(), district.schedule(), FINAL, language, phones);
    }

    private static byte[] workbook(
            Problem problem,
            Schedule schedule,
            ScheduleWorkbook.Heading heading,
            Locale language,
            Map<String, String> phones)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        ScheduleWorkbook.write(problem, schedule, heading, phones, language, bytes);
        return bytes.toByteArray();
    }

    /** The texts of all cells, row by row, by name of the sheet; empty rows and empty cells at the end are left out. */
    private static Map<String, List<List<String>>> read(byte[] workbook) throws IOException {
        try (var readable = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var sheets = new LinkedHashMap<String, List<List<String>>>();
            readable.getSheets().forEach(sheet -> sheets.put(sheet.getName(), read(sheet)));
            return sheets;
        }
    }

    private static List<List<String>> read(Sheet sheet) {
        try (var rows = sheet.openStream()) {
            return rows.map(ScheduleWorkbookTest::read)
                    .filter(cells -> !cells.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Row row) {
        var cells = new ArrayList<>(IntStream.range(0, row.getCellCount())
                .mapToObj(row::getCellText)
                .toList());
        while (!cells.isEmpty() && cells.getLast().isEmpty()) {
            cells.removeLast();
        }
        return cells;
    }

    private static List<List<String>> sheet(byte[] workbook, String name) throws IOException {
        @Nullable List<List<String>> rows = read(workbook).get(name);
        assertThat(rows).as(name).isNotNull();
        return rows == null ? List.of() : rows;
    }

    /** The files of the workbook, unpacked. */
    private Map<String, String> parts(byte[] workbook) throws IOException {
        var file = Files.write(folder.resolve("schedule.xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile())) {
            var parts = new TreeMap<String, String>();
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return parts;
        }
    }

    @Nested
    class Sheets {

        @Test
        void areAnOverviewThenSitesThenUnitsThatHaveSomething() throws IOException {
            assertThat(read(workbook(Locale.ENGLISH, Map.of())).keySet())
                    .containsExactly("Overview", "gate", "tower", "bank", "office");
        }

        @Test
        void ofASiteTellWhatIsMissingThenTheTeams() throws IOException {
            assertThat(sheet(workbook(Locale.ENGLISH, Map.of()), "gate"))
                    .containsExactly(
                            List.of("gate"),
                            List.of("north, north"),
                            List.of("When", "Post", "Name", "Unit"),
                            List.of("Mon 2 May 22:00–06:00 (next day)", "guide", "2 heads are missing"),
                            List.of("Mon 2 May 05:30–12:00", "sampler", "李强", "bank"),
                            List.of("Mon 2 May 05:30–12:00", "sampler", "杨敏", "bank"),
                            List.of("Mon 2 May 05:30–12:00", "guide", "wu", "office"),
                            List.of("Mon 2 May 22:00–06:00 (next day)", "guide", "杨敏", "bank"));
        }

        @Test
        void ofAUnitTellWhereItsPeopleServe() throws IOException {
            assertThat(sheet(workbook(Locale.CHINESE, Map.of()), "bank"))
                    .containsExactly(
                            List.of("bank"),
                            List.of("上岗2人"),
                            List.of("姓名", "时间", "点位", "街道", "岗位"),
                            List.of("杨敏", "5月2日 周一 05:30–12:00", "gate", "north", "sampler"),
                            List.of("杨敏", "5月2日 周一 22:00–次日06:00", "gate", "north", "guide"),
                            List.of("李强", "5月2日 周一 05:30–12:00", "gate", "north", "sampler"));
        }

        @Test
        void haveAColumnForPhonesWhereSomeAreKnown() throws IOException {
            var gate = sheet(workbook(Locale.CHINESE, Map.of("li", "138 0013 8000")), "gate");

            assertThat(gate).contains(List.of("时间", "岗位", "姓名", "单位", "电话"));
            assertThat(gate).contains(List.of("5月2日 周一 05:30–12:00", "sampler", "李强", "bank", "138 0013 8000"));
            assertThat(gate).contains(List.of("5月2日 周一 05:30–12:00", "guide", "wu", "office"));
        }
    }

    @Nested
    class Overview {

        @Test
        void beginsWithWhatIsMissing() throws IOException {
            assertThat(sheet(workbook(Locale.ENGLISH, Map.of()), "Overview"))
                    .startsWith(
                            List.of("Round one"),
                            List.of("As of 2022-05-01 18:30 (Asia/Shanghai)"),
                            List.of("2 required heads are missing on 1 post"),
                            List.of("Site", "Post", "When", "Missing"),
                            List.of("gate", "guide", "Mon 2 May 22:00–06:00 (next day)", "2"));
        }

        @Test
        void tellsTheFigures() throws IOException {
            assertThat(sheet(workbook(Locale.CHINESE, Map.of()), "总览"))
                    .contains(
                            List.of("有1个岗位共缺2人"),
                            List.of("下派人数", "3"),
                            List.of("round-2022-05-02（5月2日 周一）下派人数", "3"),
                            List.of("round-2022-05-03（5月3日 周二）下派人数", "1"),
                            List.of("班数", "5"),
                            List.of("点位数", "2"),
                            List.of("派出单位数", "2"));
        }

        @Test
        void leadsToEverySheet() throws IOException {
            var overview = workbook(Locale.ENGLISH, Map.of());

            assertThat(sheet(overview, "Overview"))
                    .contains(List.of("gate", "north", "4", "2"), List.of("tower", "south", "1", "0"))
                    .endsWith(List.of("bank", "", "3"), List.of("office", "", "2"));
            assertThat(parts(overview).get("xl/worksheets/sheet1.xml"))
                    .contains("location=\"&apos;gate&apos;!A1\"", "location=\"&apos;office&apos;!A1\"");
        }

        @Test
        void saysWhenAllIsFilled() throws IOException {
            var filled = district.serves("li", "gate MON 22-06").serves("wu", "gate MON 22-06");

            assertThat(sheet(
                            workbook(filled.problem(), filled.schedule(), FINAL, Locale.ENGLISH, Map.of()), "Overview"))
                    .contains(List.of("Every required head is there."))
                    .doesNotContain(List.of("Site", "Post", "When", "Missing"));
        }

        @Test
        void saysThatABetterScheduleMayFollow() throws IOException {
            var unnamed = new ScheduleWorkbook.Heading(null, MADE, false);

            assertThat(sheet(workbook(district.problem(), Schedule.EMPTY, unnamed, Locale.CHINESE, Map.of()), "总览"))
                    .startsWith(
                            List.of("排班表"),
                            List.of("截至2022-05-01 18:30（Asia/Shanghai）"),
                            List.of("计划仍在求解，可能还会有更好的排班表。"),
                            List.of("有3个岗位共缺6人"));
        }

        @Test
        void isAllThereIsOfAProblemWithoutAnything() throws IOException {
            var nothing = new ProblemFixture();

            assertThat(read(workbook(nothing.problem(), nothing.schedule(), FINAL, Locale.ENGLISH, Map.of()))
                            .keySet())
                    .containsExactly("Overview");
        }
    }

    @Nested
    class OnPaper {

        @Test
        void isA4WithItsHeaderOnEveryPage() throws IOException {
            var parts = parts(workbook(Locale.ENGLISH, Map.of()));

            assertThat(parts.get("xl/worksheets/sheet2.xml"))
                    .contains("paperSize=\"9\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"", "fitToPage=\"true\"")
                    .contains("ySplit=\"3\"", "state=\"frozen\"", "&amp;P / &amp;N");
            assertThat(parts.get("xl/workbook.xml")).contains("'gate'!$1:$3");
        }

        @Test
        void showsWhatIsMissingInRed() throws IOException {
            var parts = parts(workbook(Locale.ENGLISH, Map.of()));

            assertThat(parts.get("xl/styles.xml")).contains("C00000", "FDE9E7");
        }
    }

    @Nested
    class AwkwardNames {

        private Problem withNames(String site, String post, String cadre) {
            var problem = district.problem();
            return problem.toBuilder()
                    .sites(problem.sites().stream()
                            .map(old ->
                                    new Site(old.id(), site, old.kind(), old.community(), old.location(), old.admits()))
                            .toList())
                    .posts(problem.posts().stream()
                            .map(old -> new Post(
                                    old.id(), post, old.skillsAnyOf(), old.skillsAllOf(), old.tags(), null, null))
                            .toList())
                    .cadres(problem.cadres().stream()
                            .map(old -> Cadre.of(old.id(), old.unit(), old.level(), old.homeCommunity(), old.location())
                                    .name(cadre)
                                    .build())
                            .toList())
                    .build();
        }

        private Map<String, List<List<String>>> read(String site, String post, String cadre) throws IOException {
            var problem = withNames(site, post, cadre);
            return ScheduleWorkbookTest.read(
                    workbook(problem, district.schedule(), FINAL, Locale.ENGLISH, Map.of("yang", cadre, "li", cadre)));
        }

        @Test
        void areNeverFormulas() throws IOException {
            for (String formula : List.of("=1+1", "+86 138", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0")) {
                var sheets = read(formula, formula, formula);

                var texts = sheets.values().stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
                assertThat(texts).as(formula).contains("'" + formula).doesNotContain(formula);
            }
        }

        @Test
        void neverBecomeFormulaCells() throws IOException {
            var problem = withNames("=1+1", "=1+1", "=1+1");
            var parts = parts(workbook(problem, district.schedule(), FINAL, Locale.ENGLISH, Map.of()));

            assertThat(parts.values()).noneMatch(part -> part.contains("<f>"));
        }

        @Test
        void areCutAndNumberedOnTabsAndWholeInCells() throws IOException {
            var name = "长".repeat(199) + "😷";
            var sheets = read(name, "岗", "人");

            assertThat(sheets.keySet())
                    .containsExactly("Overview", "长".repeat(31), "长".repeat(27) + " (2)", "bank", "office");
            assertThat(sheets.get("长".repeat(31))).startsWith(List.of(name));
        }

        @Test
        void keepWhatXmlWouldTrip() throws IOException {
            var name = "A/B[1] <b>&amp;\"x\"</b> ]]> 😷\uFFFE";
            var sheets = read(name, name, name);

            assertThat(sheets.keySet()).contains("A-B(1) <b>&amp;\"x\"<-b> ))> 😷");
            assertThat(sheets.values().stream().flatMap(List::stream).flatMap(List::stream))
                    .contains("A/B[1] <b>&amp;\"x\"</b> ]]> 😷");
        }

        @Test
        void areReplacedByIdentifiersWhereBlank() throws IOException {
            var sheets = read("  ", "", " ");

            assertThat(sheets.keySet()).containsExactly("Overview", "gate", "tower", "bank", "office");
            assertThat(sheets.get("gate")).contains(List.of("Mon 2 May 05:30–12:00", "guide", "wu", "office"));
        }
    }

    @Nested
    class AtTheSizeOfHaidian {

        @Test
        void isWrittenInSeconds() throws IOException {
            var problem = DemoDistricts.find("haidian").orElseThrow().problem(1, 1);
            var assignments = new ArrayList<Assignment>();
            for (var demand : problem.demands()) {
                for (int head = 0; head < demand.ideal(); head++) {
                    var cadre = problem.cadres()
                            .get(assignments.size() % problem.cadres().size());
                    assignments.add(new Assignment(demand.id(), cadre.id(), false));
                }
            }
            long start = System.nanoTime();

            var workbook = workbook(problem, new Schedule(assignments), FINAL, Locale.CHINESE, Map.of());

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(read(workbook)).hasSizeGreaterThan(1_000);
        }
    }
}
