package org.muster.formats.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.muster.formats.text.SpreadsheetText;
import org.muster.problem.FaultCode;

/** A workbook. The values of formulas are those that were stored with them. */
final class XlsxFile implements Closeable {

    /** So many sheets are looked at. */
    private static final int SHEETS = 100;

    /** Formats of dates that are not written out in a workbook: those of all languages, and those of Chinese. */
    private static final Set<Integer> DATE_FORMATS = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private static final Pattern NOT_OF_A_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern OF_A_DATE = Pattern.compile("[yYdDhHsS年月日时]|[mM]{1,5}");

    /** Digits that a number in a workbook has where it is not exact. */
    private static final int EXACT_DIGITS = 15, DIGITS = 17, MOST_DIGITS = 40;

    private final ReadableWorkbook workbook;

    private XlsxFile(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * Opens a workbook.
     *
     * @throws UnreadableSheetException when it is none, or is not safe to read
     */
    static XlsxFile open(Path file) {
        try {
            boolean isStyled = XlsxGuard.isStyled(file);
            return new XlsxFile(new ReadableWorkbook(file.toFile(), new ReadingOptions(isStyled, true)));
        } catch (UnreadableSheetException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    /** Those that can be seen. */
    List<Sheet> sheets() {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .limit(SHEETS)
                .<Sheet>map(XlsxSheet::new)
                .toList();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static UnreadableSheetException damaged() {
        return UnreadableSheetException.file(FaultCode.DAMAGED_SPREADSHEET);
    }

    private final class XlsxSheet implements Sheet {
        private final org.dhatim.fastexcel.reader.Sheet sheet;

        XlsxSheet(org.dhatim.fastexcel.reader.Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String name() {
            return sheet.getName() == null ? "" : sheet.getName();
        }

        @Override
        public Lines open() {
            try {
                return new XlsxLines(sheet.openStream());
            } catch (IOException | RuntimeException e) {
                throw damaged();
            }
        }
    }

    private final class XlsxLines implements Sheet.Lines {
        private final Stream<Row> stream;
        private final Iterator<Row> rows;

        XlsxLines(Stream<Row> stream) {
            this.stream = stream;
            rows = stream.iterator();
        }

        /** Whatever the library throws, it is the file that is broken. */
        @Override
        public @Nullable Line next() {
            try {
                return rows.hasNext() ? line(rows.next()) : null;
            } catch (RuntimeException e) {
                throw damaged();
            }
        }

        private Line line(Row row) {
            int width = Math.min(row.getCellCount(), Line.WIDTH);
            var cells = new ArrayList<CellContent>(width);
            int number = row.getRowNum();
            for (int i = 0; i < width; i++) {
                var cell = row.getOptionalCell(i).orElse(null);
                if (cell != null) {
                    number = cell.getAddress().getRow() + 1;
                }
                cells.add(content(cell));
            }
            boolean isTooWide = false;
            for (int i = width; i < row.getCellCount(); i++) {
                isTooWide |= !content(row.getOptionalCell(i).orElse(null)).isBlank();
            }
            return new Line(number, cells, isTooWide);
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private CellContent content(@Nullable Cell cell) {
        if (cell == null) {
            return CellContent.Text.BLANK;
        }
        return switch (cell.getValue()) {
            case null -> withoutValue(cell);
            case Boolean truth -> new CellContent.Truth(truth);
            case BigDecimal number -> amount(number, cell);
            case String text when isError(cell, text) -> ErrorValues.cell(text);
            case String text -> new CellContent.Text(SpreadsheetText.unguarded(XlsxText.decoded(text)));
            default -> throw new IllegalStateException("Nobody knows a cell with a value of this type.");
        };
    }

    private static boolean isError(Cell cell, String text) {
        return cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && ErrorValues.contain(text));
    }

    private static CellContent withoutValue(Cell cell) {
        if (cell.getType() == CellType.ERROR) {
            return ErrorValues.cell("");
        }
        return cell.getFormula() != null && cell.getRawValue() == null
                ? new CellContent.Broken(FaultCode.FORMULA_WITHOUT_VALUE, Map.of())
                : CellContent.Text.BLANK;
    }

    private CellContent amount(BigDecimal number, Cell cell) {
        if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            return new CellContent.Text(cell.getRawValue());
        }
        return new CellContent.Amount(exact(number), isShownAsTime(cell), workbook.isDate1904());
    }

    /** The shortest number that a workbook keeps as this one: 39.9 for 39.899999999999999. */
    private static BigDecimal exact(BigDecimal number) {
        boolean isRounded = number.precision() > EXACT_DIGITS && number.precision() <= DIGITS;
        return isRounded && number.stripTrailingZeros().scale() > 0 ? BigDecimal.valueOf(number.doubleValue()) : number;
    }

    private static boolean isShownAsTime(Cell cell) {
        Integer format = cell.getDataFormatId();
        if (format == null) {
            return false;
        }
        String code = cell.getDataFormatString();
        return DATE_FORMATS.contains(format)
                || (code != null
                        && OF_A_DATE
                                .matcher(NOT_OF_A_DATE.matcher(code).replaceAll(""))
                                .find());
    }
}
