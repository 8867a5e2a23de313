package org.muster.formats.sheets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.formats.sheets.lines.SheetColumns;

/** A workbook that is told as XML, sheet by sheet. */
final class Book {

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";

    /** General, 00000, "m月d日", a date of ten characters, a date and time, C-000, percent, a text, 000-0000-0000, d-mmm. */
    private static final String STYLES = """
            <numFmts count="4"><numFmt numFmtId="176" formatCode="00000"/>\
            <numFmt numFmtId="177" formatCode="m&quot;月&quot;d&quot;日&quot;"/>\
            <numFmt numFmtId="178" formatCode="&quot;C-&quot;000_ ;[Red]\\-0"/>\
            <numFmt numFmtId="179" formatCode="000\\-0000\\-0000"/></numFmts>\
            <cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="10"><xf numFmtId="0"/>\
            <xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="178"/>\
            <xf numFmtId="9"/><xf numFmtId="49"/><xf numFmtId="179"/><xf numFmtId="16"/></cellXfs>""";

    private final SheetFiles files;
    private final List<String> tabs = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();
    private String namespaces = TRANSITIONAL;
    private String properties = "";

    Book(SheetFiles files) {
        this.files = files;
    }

    Book strict() {
        namespaces = STRICT;
        return this;
    }

    Book since1904() {
        properties = " date1904=\"1\"";
        return this;
    }

    /** A sheet of some rows, and what stands behind them. */
    Book sheet(String name, String rows, String behind) {
        return tab("name=\"" + name + "\"", "<sheetData>" + rows + "</sheetData>" + behind);
    }

    Book sheet(String name, String rows) {
        return sheet(name, rows, "");
    }

    Book hidden(String name, String state, String rows) {
        return tab("name=\"" + name + "\" state=\"" + state + "\"", "<sheetData>" + rows + "</sheetData>");
    }

    /** A sheet with some attributes and content of its own. */
    Book tab(String attributes, String content) {
        tabs.add(attributes);
        sheets.add(content);
        return this;
    }

    /** A row of texts; a cell that begins with an angle bracket is told as XML. */
    static String row(int number, String... cells) {
        return row("", number, cells);
    }

    static String row(String attributes, int number, String... cells) {
        var row = new StringBuilder("<row r=\"" + number + "\"" + attributes + ">");
        for (int i = 0; i < cells.length; i++) {
            String address = SheetColumns.lettersOf(i) + number;
            if (cells[i].startsWith("<")) {
                row.append("<c r=\"").append(address).append('"').append(cells[i].substring(2));
            } else if (!cells[i].isEmpty()) {
                row.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, cells[i]));
            }
        }
        return row.append("</row>").toString();
    }

    /** A number in a cell of one of the formats. */
    static String number(int style, String value) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    Path file() throws IOException {
        var parts = new ArrayList<>(List.of("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""", "xl/styles.xml", root("styleSheet", STYLES)));
        var listed = new StringBuilder("<workbookPr" + properties + "/><sheets>");
        var relationships = new StringBuilder("<Relationships>");
        for (int i = 0; i < sheets.size(); i++) {
            listed.append("<sheet %s sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(tabs.get(i), i + 1, i));
            relationships.append("<Relationship Id=\"rId%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(i, i));
            parts.add("xl/worksheets/sheet" + i + ".xml");
            parts.add(root("worksheet", sheets.get(i)));
        }
        parts.addAll(List.of("xl/workbook.xml", root("workbook", listed + "</sheets>")));
        parts.addAll(List.of("xl/_rels/workbook.xml.rels", relationships + "</Relationships>"));
        return files.parts(parts.toArray(String[]::new));
    }

    private String root(String name, String content) {
        boolean isStrict = namespaces.equals(STRICT);
        String main = namespaces + (isStrict ? "spreadsheetml/main" : "spreadsheetml/2006/main");
        String relations =
                namespaces + (isStrict ? "officeDocument/relationships" : "officeDocument/2006/relationships");
        return "<?xml version=\"1.0\"?><%s xmlns=\"%s\" xmlns:r=\"%s\">%s</%s>"
                .formatted(name, main, relations, content, name);
    }
}
