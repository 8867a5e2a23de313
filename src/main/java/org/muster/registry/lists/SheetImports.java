package org.muster.registry.lists;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.formats.json.items.ItemReader;
import org.muster.formats.sheets.lines.SheetFault;
import org.muster.formats.sheets.lines.SheetNotice;
import org.muster.formats.sheets.lines.SheetPlace;
import org.muster.formats.sheets.reading.SheetItem;
import org.muster.formats.sheets.reading.SheetItems;
import org.muster.formats.sheets.reading.SheetReader;
import org.muster.persistence.districts.StoredItem;
import org.muster.problem.Identifier;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;

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
    public SheetImport run(
            String district,
            DistrictList list,
            Path file,
            Lists.MissingItems missing,
            OptionalLong expected,
            boolean isTrial)
            throws IOException {
        var sheet = sheets.read(list, file);
        var change = lists.update(district, list, missing, expected, isTrial, (before, check) -> {
            requireRows(sheet, missing);
            var completion = missing == Lists.MissingItems.KEEP ? new Completion(before) : Completion.NONE;
            var items = read(list, sheet, completion, check);
            if (missing == Lists.MissingItems.REMOVE) {
                requireNobodyUnread(sheet, before.keySet(), items);
            }
            return items;
        });
        return new SheetImport(change, sheet.notices());
    }

    /**
     * What became of an import.
     *
     * @param notices what the sender should know about how the file was read
     */
    public record SheetImport(ListChange change, List<SheetNotice> notices) {

        public SheetImport {
            notices = List.copyOf(notices);
        }
    }

    private List<Item> read(DistrictList list, SheetItems sheet, Completion completion, ItemReader.Check check)
            throws IOException {
        var found = new ArrayList<Fault>();
        sheet.faults().forEach(fault -> found.add(placed(fault)));
        found.addAll(missingColumns(list, sheet, completion));
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

    /**
     * Required columns that are missing. Known items keep the values of columns that a sheet lacks; a new item among
     * them is reported by its row.
     */
    private static List<Fault> missingColumns(DistrictList list, SheetItems sheet, Completion completion) {
        var known = new HashSet<String>();
        for (var item : sheet.items()) {
            if (completion.knows(item)) {
                known.add(item.row().place().sheet());
            }
        }
        var faults = new ArrayList<Fault>();
        for (var missing : sheet.missingColumns()) {
            if (!known.contains(missing.place().sheet())) {
                faults.add(placed(missing));
            }
        }
        for (int row = 0; row < sheet.items().size(); row++) {
            var item = sheet.items().get(row);
            String fields = sheet.columnsMissingFor(list, item);
            if (!fields.isEmpty() && known.contains(item.row().place().sheet()) && !completion.knows(item)) {
                var params = Map.of("id", Identifier.shown(Completion.idOf(item)), "fields", fields);
                faults.add(new Fault(
                        "/" + row,
                        FaultCode.NEW_ITEM_NEEDS_COLUMNS,
                        placed(params, item.row().place())));
            }
        }
        return faults;
    }

    /** Items are not removed as missing when they are in a sheet that was not read. */
    private void requireNobodyUnread(SheetItems sheet, Set<String> before, List<Item> items) {
        var removed = new TreeSet<>(before);
        items.forEach(item -> removed.remove(item.id()));
        var faults = new ArrayList<Fault>();
        for (var id : removed) {
            sheet.unreadSheetWith(id)
                    .ifPresent(name ->
                            faults.add(new Fault("", FaultCode.SHEET_NOT_READ, Map.of("id", id, "sheet", name))));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults.subList(0, Math.min(limits.faults(), faults.size())), faults.size());
        }
    }

    /** A file without rows is taken for a mistake, not for a request to remove all items. */
    private void requireRows(SheetItems sheet, Lists.MissingItems missing) {
        if (missing == Lists.MissingItems.REMOVE
                && sheet.items().isEmpty()
                && sheet.faults().isEmpty()) {
            throw InvalidInputException.of("", FaultCode.NO_ROWS, Map.of());
        }
    }

    /** Keeps what items say in fields for which a sheet has no column: it says nothing of them. */
    private record Completion(Map<String, StoredItem> before) {

        static final Completion NONE = new Completion(Map.of());

        /** Values that are spread over several columns. */
        private static final Set<String> PARTS = Set.of("/location");

        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();

        String of(SheetItem item) {
            var stored = before.get(idOf(item));
            if (stored == null) {
                return item.json();
            }
            var told = object(item.json());
            complete(told, object(stored.json()), "", item);
            return told.toString();
        }

        private static void complete(ObjectNode told, ObjectNode stored, String pointer, SheetItem item) {
            for (var field : stored.properties()) {
                String inner = pointer + "/" + field.getKey();
                if (!item.row().hasColumn(inner)) {
                    told.set(field.getKey(), field.getValue());
                } else if (told.get(field.getKey()) instanceof ObjectNode toldPart
                        && field.getValue() instanceof ObjectNode storedPart
                        && PARTS.contains(inner)) {
                    complete(toldPart, storedPart, inner, item);
                }
            }
        }

        boolean knows(SheetItem item) {
            return before.containsKey(idOf(item));
        }

        static String idOf(SheetItem item) {
            return object(item.json()).path("id").asText();
        }

        private static ObjectNode object(String json) {
            try {
                return JSON.readValue(json, ObjectNode.class);
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
            var firstPlace = sheet.items().get(row).row().place();
            var own = sheet.items().get(pointer.row()).row().place();
            boolean isSameSheet = firstPlace.sheet().equals(own.sheet());
            params.put("first", (isSameSheet ? "" : firstPlace.sheet() + "!") + firstPlace.row());
        }
        var place = sheet.items().get(pointer.row()).row().placeOf(pointer.inside());
        return new Fault(fault.pointer(), fault.code(), placed(params, place));
    }

    private static Fault placed(SheetFault fault) {
        return new Fault("", fault.code(), placed(fault.params(), fault.place()));
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
