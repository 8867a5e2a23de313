package org.muster.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.formats.json.ItemReader;
import org.muster.formats.sheets.SheetItem;
import org.muster.formats.sheets.SheetItems;
import org.muster.formats.sheets.SheetPlace;
import org.muster.formats.sheets.SheetReader;
import org.muster.persistence.StoredItem;
import org.muster.problem.Fault;
import org.muster.problem.FaultCode;
import org.muster.problem.InvalidInputException;
import org.muster.problem.Limits;

/** Brings lists up to date from spreadsheets, and says of each fault in which cell it is. */
@ApplicationScoped
public class SheetImports {

    private final Lists lists;
    private final Limits limits;
    private final SheetReader sheets;
    private final ItemReader reader;

    SheetImports(Lists lists, Limits limits) {
        this.lists = lists;
        this.limits = limits;
        this.sheets = new SheetReader(limits);
        this.reader = new ItemReader(limits.withBodyBytes(Long.MAX_VALUE));
    }

    /**
     * Brings a list up to date with what a spreadsheet holds, all or nothing, as {@link Lists#update} does.
     *
     * @throws InvalidInputException when sheet or items have faults; each has the params {@code sheet}, {@code row} and
     *     {@code column} where it has such a place
     */
    public ListChange run(
            String district,
            DistrictList list,
            Path file,
            Lists.Rest rest,
            OptionalLong expected,
            boolean isTrial,
            String actor)
            throws IOException {
        var sheet = sheets.read(list, file);
        return lists.update(district, list, rest, expected, isTrial, actor, (before, check) -> {
            requireRows(sheet, rest);
            return read(list, sheet, rest == Lists.Rest.KEEP ? new Completion(before) : Completion.NONE, check);
        });
    }

    private List<Item> read(DistrictList list, SheetItems sheet, Completion completion, ItemReader.Check check)
            throws IOException {
        var found = new ArrayList<Fault>();
        sheet.faults().forEach(fault -> found.add(new Fault("", fault.code(), placed(fault.params(), fault.place()))));
        int count = found.size();
        List<Item> items = List.of();
        try {
            items = reader.readAll(list, json(sheet, completion), check);
        } catch (InvalidInputException e) {
            count += e.count();
            for (var fault : e.faults()) {
                var pointer = Pointer.of(fault.pointer());
                if (pointer.row() >= 0 && sheet.explain(sheet.items().get(pointer.row()), pointer.inside())) {
                    count--;
                } else {
                    found.add(placed(fault, pointer, sheet));
                }
            }
        }
        if (count > 0) {
            throw new InvalidInputException(found.subList(0, Math.min(limits.faults(), found.size())), count);
        }
        return items;
    }

    /** A file that has lost its rows is no wish to remove everybody. */
    private void requireRows(SheetItems sheet, Lists.Rest rest) {
        if (rest == Lists.Rest.REMOVE
                && sheet.items().isEmpty()
                && sheet.faults().isEmpty()) {
            throw InvalidInputException.of("", FaultCode.NO_ROWS, Map.of());
        }
    }

    /** Keeps what items say in fields for which a sheet has no column: it says nothing of them. */
    private record Completion(Map<String, StoredItem> before) {

        static final Completion NONE = new Completion(Map.of());

        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();

        String of(SheetItem item) {
            try {
                if (before.isEmpty() || !(JSON.readTree(item.json()) instanceof ObjectNode told)) {
                    return item.json();
                }
                var stored = before.get(told.path("id").asText());
                if (stored == null) {
                    return item.json();
                }
                for (var field : JSON.readTree(stored.json()).properties()) {
                    boolean hasColumn = item.row().hasColumn(field.getKey());
                    if (!hasColumn && !told.has(field.getKey())) {
                        told.set(field.getKey(), field.getValue());
                    }
                }
                return told.toString();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static InputStream json(SheetItems sheet, Completion completion) {
        var array = new StringBuilder("[");
        for (var item : sheet.items()) {
            array.append(array.length() == 1 ? "" : ",").append(completion.of(item));
        }
        return new ByteArrayInputStream(array.append(']').toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where a value is.
     *
     * @param row number of the item; -1 for the list as a whole
     * @param inside JSON Pointer inside the item
     */
    private record Pointer(int row, String inside) {

        static Pointer of(String text) {
            if (text.isEmpty()) {
                return new Pointer(-1, "");
            }
            int end = text.indexOf('/', 1);
            int row = Integer.parseInt(text, 1, end < 0 ? text.length() : end, 10);
            return new Pointer(row, end < 0 ? "" : text.substring(end));
        }
    }

    private static Fault placed(Fault fault, Pointer pointer, SheetItems sheet) {
        if (pointer.row() < 0) {
            return fault;
        }
        var params = new HashMap<>(fault.params());
        var first = params.get("first");
        if (fault.code() == FaultCode.DUPLICATE_ID && first != null) {
            int row = Pointer.of(first).row();
            params.put("first", Integer.toString(sheet.items().get(row).row().number()));
        }
        var place = sheet.items().get(pointer.row()).row().placeOf(pointer.inside());
        return new Fault(fault.pointer(), fault.code(), placed(params, place));
    }

    private static Map<String, String> placed(Map<String, String> params, SheetPlace place) {
        var all = new HashMap<>(params);
        if (place.row() > 0) {
            all.put("sheet", place.sheet());
            all.put("row", Integer.toString(place.row()));
        }
        if (place.column() != null) {
            all.put("column", place.column());
        }
        if (place.header() != null) {
            all.put("header", place.header());
        }
        return all;
    }
}
