package org.muster.formats.sheets.reading;

import java.util.Map;
import java.util.Set;
import org.muster.formats.sheets.cells.TextNormalizer;
import org.muster.formats.sheets.lines.Line;
import org.muster.formats.sheets.lines.SheetColumns;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.problem.Identifier;
import org.muster.problem.faults.FaultCode;

/** A row with the sums of others: it is no item, and would be stored as one. */
final class TotalRow {

    private static final Set<String> WORDS =
            Set.of("合计", "总计", "小计", "共计", "总和", "合計", "總計", "小計", "total", "totals", "subtotal", "grandtotal", "sum");

    private TotalRow() {}

    /** Whether the cell of the identifier, or the first cell where that is blank, says that the row is a sum. */
    static boolean is(Line line, SheetColumns known) {
        String label = TextNormalizer.wordKey(line.cell(labelOf(line, known)).text());
        return WORDS.contains(label.endsWith(":") ? label.substring(0, label.length() - 1) : label);
    }

    static SheetFault fault(Line line, SheetColumns known) {
        int label = labelOf(line, known);
        String header = known.named().stream()
                .filter(named -> named.index() == label)
                .map(SheetColumns.Named::header)
                .findFirst()
                .orElse("");
        String text = Identifier.shown(line.cell(label).text());
        return new SheetFault(known.place(line.number(), label, header), FaultCode.TOTAL_ROW, Map.of("value", text));
    }

    private static int labelOf(Line line, SheetColumns known) {
        var identifiers = known.identifiers();
        if (identifiers != null && !line.cell(identifiers.index()).isBlank()) {
            return identifiers.index();
        }
        int first = 0;
        while (first < line.cells().size() && line.cell(first).isBlank()) {
            first++;
        }
        return first;
    }
}
