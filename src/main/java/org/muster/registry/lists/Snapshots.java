package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muster.district.DistrictData;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.formats.json.items.ItemReader;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredItem;
import org.muster.problem.faults.Limits;
import org.muster.registry.RegistryException.UnknownDistrict;

/** Reads all data of a district while it is locked against changes. */
@ApplicationScoped
public class Snapshots {

    private final DistrictStore districts;
    private final Districts reader;
    private final ItemStore items;
    private final ItemReader itemReader;

    Snapshots(DistrictStore districts, Districts reader, ItemStore items, Limits limits) {
        this.districts = districts;
        this.reader = reader;
        this.items = items;
        // What is stored was within the limits when it came, so that only its sum can be larger than a request.
        this.itemReader = new ItemReader(limits.withBodyBytes(Long.MAX_VALUE));
    }

    /** The data of a district. The lock lasts as long as the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DistrictData take(String district) {
        var stored = districts.lockForReading(district).orElseThrow(() -> new UnknownDistrict(district));
        Map<DistrictList, List<Item>> read = new EnumMap<>(DistrictList.class);
        for (var list : DistrictList.values()) {
            read.put(list, read(list, items.all(district, list).values()));
        }
        return new DistrictData(reader.read(stored), read);
    }

    /** Items as records. */
    public List<Item> read(DistrictList list, Collection<StoredItem> stored) {
        var parts = new ArrayList<InputStream>();
        parts.add(bytes("["));
        for (var item : stored) {
            parts.add(bytes(parts.size() == 1 ? item.json() : "," + item.json()));
        }
        parts.add(bytes("]"));
        try (var json = new SequenceInputStream(Collections.enumeration(parts))) {
            return itemReader.readAll(list, json, (all, pointers, faults) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
