package org.muster.formats.json.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.formats.json.stream.JsonDocument;
import org.muster.formats.json.stream.Reading;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.UnreadableInputException;

/** Reads items of the lists of a district, as {@link ItemWriter} writes them. */
public final class ItemReader {

    private final Limits limits;

    /** A reader that accepts what lies within the limits. It can be shared. */
    public ItemReader(Limits limits) {
        this.limits = limits;
    }

    /** Checks items once all are read, before anything is refused, so that all faults are reported at once. */
    public interface Check {

        /**
         * Adds the faults that it finds.
         *
         * @param items those that could be read, with stand-ins for what is broken in them
         * @param pointers JSON Pointer of each of them
         */
        void check(List<Item> items, List<String> pointers, FaultList faults);
    }

    /**
     * Reads one item. The stream is not closed.
     *
     * @throws UnreadableInputException when it is not JSON in UTF-8
     * @throws InputTooLargeException when it is too large, too deep or has too long texts
     * @throws InvalidInputException when it has faults
     * @throws IOException when the stream breaks
     */
    public Item read(DistrictList list, InputStream in, Check check) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, one(list, check));
    }

    /** Reads one item of a tree as {@link #read(DistrictList, InputStream, Check)} reads one that is sent. */
    public Item read(DistrictList list, JsonNode tree, Check check) throws IOException {
        return JsonDocument.read(tree, limits, one(list, check));
    }

    private Reading<Supplier<Item>> one(DistrictList list, Check check) {
        return json -> {
            var item = Item.of(reading(list).read(json));
            check.check(List.of(item), List.of(""), json.faults());
            return () -> item;
        };
    }

    /** Reads an array of items as the methods above read one. No identifier may occur twice. */
    public List<Item> readAll(DistrictList list, InputStream in, Check check) throws IOException {
        return JsonDocument.read(JsonDocument.open(in, limits), limits, all(list, check));
    }

    /** Reads the items of an array of trees. */
    public List<Item> readAll(DistrictList list, JsonNode trees, Check check) throws IOException {
        return JsonDocument.read(trees, limits, all(list, check));
    }

    private Reading<Supplier<List<Item>>> all(DistrictList list, Check check) {
        return json -> {
            var items = new ArrayList<Item>();
            var pointers = new ArrayList<String>();
            var firstById = new HashMap<String, Integer>();
            var reading = reading(list);
            json.array(limitOf(list), index -> {
                var item = Item.of(reading.read(json));
                items.add(item);
                pointers.add("/" + index);
                Integer first = item.id().isEmpty() ? null : firstById.putIfAbsent(item.id(), index);
                if (first != null) {
                    json.fault("id", FaultCode.DUPLICATE_ID, Map.of("id", item.id(), "first", "/" + first));
                }
            });
            check.check(items, pointers, json.faults());
            return () -> List.copyOf(items);
        };
    }

    /** How many items a list can have. */
    public int limitOf(DistrictList list) {
        return list.limit(limits);
    }

    private Reading<?> reading(DistrictList list) {
        return ItemFormat.of(list).reader().apply(limits);
    }
}
