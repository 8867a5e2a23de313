package org.muster.formats.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.formats.sheets.SheetFiles.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.district.DistrictList;
import org.muster.formats.json.problems.ProblemReader;
import org.muster.formats.sheets.lines.SheetPlace;
import org.muster.formats.sheets.reading.SheetItem;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;

/** A spreadsheet with forty different faults: all are named, each with its sheet, row and column. */
class FortyFaultsTest {

    private static final String HEADERS =
            "编号 姓名 单位 级别 居住社区 纬度 经度 出生日期 最后服务日 技能 可用时间 封控点位 回避标签 已参加轮次 已服务分钟" + " 上次点位 班规 备注 工作单位";

    /** What the cadres refer to. */
    private static final String REFERENCES = """
            {"communities":[{"id":"北新桥-1","subdistrict":"b","location":{"lat":1,"lon":2}}],
             "units":[{"id":"财政局","staff":9}],"skills":[{"id":"nurse"}],""";

    @TempDir
    private Path folder;

    @Test
    void allFortyAreNamed() throws IOException {
        var file = new SheetFiles(folder).workbook("干部名单", FortyFaultsTest::fill);
        var read = SheetFiles.read(DistrictList.CADRES, file);

        var named = new ArrayList<String>();
        read.faults()
                .forEach(fault -> named.add(line(fault.place(), fault.code().id())));
        for (var fault : faultsOfItems(read.items())) {
            var parts = fault.pointer().split("/", 4);
            var item = read.items().get(Integer.parseInt(parts[2]));
            var place = item.row().placeOf("/" + parts[3]);
            if (!read.explain(item, "/" + parts[3])) {
                named.add(line(place, fault.code().id()));
            }
        }
        assertThat(named).hasSize(40).containsExactlyInAnyOrderElementsOf(expected());
    }

    private static String line(SheetPlace place, String code) {
        assertThat(place.sheet()).isEqualTo("干部名单");
        return place.column() + place.row() + " " + place.header() + " " + code;
    }

    private static List<Fault> faultsOfItems(List<SheetItem> items) throws IOException {
        String json = items.stream()
                .map(item -> item.item().toString())
                .collect(Collectors.joining(",", REFERENCES + "\"cadres\":[", "]}"));
        try {
            new ProblemReader(Limits.DEFAULT).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
            return List.of();
        } catch (InvalidInputException e) {
            return e.faults().stream()
                    .filter(fault -> fault.pointer().startsWith("/cadres/"))
                    .toList();
        }
    }

    private static void fill(Worksheet sheet) {
        SheetFiles.fill(sheet, row("2022年干部名单"), row(), HEADERS.split(" "));
        for (int number = 5; number <= 24; number++) {
            goodRow(sheet, number);
        }
        put(sheet, "T5", "多出来的");
        put(sheet, "A5", "");
        put(sheet, "A6", "坏\"编号");
        put(sheet, "B6", "长".repeat(201));
        put(sheet, "C7", "");
        put(sheet, "D7", "处级");
        put(sheet, "E8", " 　");
        put(sheet, "F8", "北纬39");
        put(sheet, "F9", 95);
        put(sheet, "G9", 181.5);
        put(sheet, "G10", "");
        put(sheet, "F11", "");
        put(sheet, "G11", "");
        put(sheet, "H12", "1985-02-30");
        put(sheet, "I12", "明年");
        put(sheet, "H13", "1800-01-01");
        put(sheet, "J13", "nurse(2020-13-01~)");
        put(sheet, "J14", "nurse(2023-01-01~2020-01-01)");
        put(sheet, "K14", "不能 明天");
        put(sheet, "K15", "不能 2022-05-03 08:00~2022-05-03 07:00");
        put(sheet, "K16", "周三没空");
        put(sheet, "K17", "愿意 2022-05-03 x100001");
        put(sheet, "L18", "a<b>");
        put(sheet, "M18", "heat; heat");
        put(sheet, "N19", "两轮");
        put(sheet, "O19", -1);
        put(sheet, "N20", 2.5);
        put(sheet, "O20", 9_999_999);
        put(sheet, "P21", "a\\b");
        put(sheet, "Q21", "<x>");
        put(sheet, "B22", "张\n三");
        sheet.formula(21, 13, "1+1");
        put(sheet, "D23", 5);
        put(sheet, "O23", "12小时");
        put(sheet, "J24", "a\"b");
        put(sheet, "M24", "a?b");
    }

    private static List<String> expected() {
        return """
                R3 备注 unknown-field
                S3 工作单位 duplicate
                T5 null column-without-name
                A5 编号 missing
                A6 编号 bad-identifier
                B6 姓名 out-of-range
                C7 单位 missing
                D7 级别 not-allowed
                E8 居住社区 missing
                F8 纬度 wrong-type
                F9 纬度 out-of-range
                G9 经度 out-of-range
                G10 经度 missing
                F11 纬度 missing
                H12 出生日期 malformed
                I12 最后服务日 malformed
                H13 出生日期 out-of-range
                J13 技能 malformed
                J14 技能 reversed-order
                K14 可用时间 malformed
                K14 可用时间 missing
                K15 可用时间 reversed-interval
                K16 可用时间 malformed
                K16 可用时间 missing
                K16 可用时间 missing
                K17 可用时间 out-of-range
                L18 封控点位 bad-identifier
                M18 回避标签 duplicate
                N19 已参加轮次 wrong-type
                O19 已服务分钟 out-of-range
                N20 已参加轮次 wrong-type
                O20 已服务分钟 out-of-range
                P21 上次点位 bad-identifier
                Q21 班规 bad-identifier
                B22 姓名 bad-text
                N22 已参加轮次 formula-without-value
                D23 级别 not-allowed
                O23 已服务分钟 wrong-type
                J24 技能 bad-identifier
                M24 回避标签 bad-identifier
                """.lines().toList();
    }

    private static void goodRow(Worksheet sheet, int number) {
        put(sheet, "A" + number, "C-" + number);
        put(sheet, "B" + number, "示例");
        put(sheet, "C" + number, "财政局");
        put(sheet, "D" + number, "区级");
        put(sheet, "E" + number, "北新桥-1");
        put(sheet, "F" + number, 39.9);
        put(sheet, "G" + number, 116.4);
    }

    private static void put(Worksheet sheet, String address, Object value) {
        int column = address.charAt(0) - 'A';
        int row = Integer.parseInt(address.substring(1)) - 1;
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }
}
