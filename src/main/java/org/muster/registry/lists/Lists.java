package org.muster.registry.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.formats.json.items.ItemReader;
import org.muster.formats.json.items.ItemWriter;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.ItemWrite;
import org.muster.persistence.districts.StoredDistrict;
import org.muster.persistence.districts.StoredItem;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.registry.AuditTrail;
import org.muster.registry.ItemDifference;
import org.muster.registry.ItemDifference.Change;
import org.muster.registry.RegistryException.Stale;
import org.muster.registry.RegistryException.StillReferenced;
import org.muster.registry.RegistryException.TakenIdentifier;
import org.muster.registry.RegistryException.UnknownDistrict;
import org.muster.registry.RegistryException.UnknownItem;

/**
 * Changes the lists of districts. Every change is all or nothing, comes after the one before it, and leaves a trace.
 *
 * <p>Where a version is expected and the current one differs, another caller was faster: the change is refused with
 * {@link Stale}. Without an expectation any version is replaced.
 */
@ApplicationScoped
public class Lists {

    private static final int LISTED_REFERRERS = 100;

    private final DistrictStore districts;
    private final ItemStore items;
    private final References references;
    private final AuditTrail audit;
    private final ItemReader reader;
    private final ItemWriter writer = new ItemWriter();

    Lists(DistrictStore districts, ItemStore items, References references, AuditTrail audit, Limits limits) {
        this.districts = districts;
        this.items = items;
        this.references = references;
        this.audit = audit;
        this.reader = new ItemReader(limits);
    }

    /** How an update treats items that a new version of a list does not have. */
    public enum MissingItems {
        KEEP,
        REMOVE
    }

    /**
     * Adds an item.
     *
     * @param json the item; the stream is not closed
     * @throws InvalidInputException when it has faults
     * @throws TakenIdentifier when there is one with its identifier
     */
    @Transactional
    public StoredItem create(String district, DistrictList list, InputStream json) throws IOException {
        var change = begin(district);
        var item = reader.read(list, json, checkOf(district));
        if (items.find(district, list, item.id()).isPresent()) {
            throw new TakenIdentifier(item.id());
        }
        return put(change, item, null);
    }

    /**
     * Puts an item in the place of the one with its identifier, or adds it where there is none.
     *
     * @throws InvalidInputException when it has faults, or another identifier
     * @throws Stale when the current version is not the expected one
     */
    @Transactional
    public StoredItem replace(String district, DistrictList list, String id, InputStream json, OptionalLong expected)
            throws IOException {
        var change = begin(district);
        var current = items.find(district, list, id).orElse(null);
        var item = reader.read(list, json, checkOf(district, id));
        requireVersion(current, expected, writer.write(item));
        return put(change, item, current);
    }

    /**
     * Changes some fields of an item.
     *
     * @param patch JSON Merge Patch (RFC 7396); the stream is not closed
     * @throws InvalidInputException when the changed item has faults
     */
    @Transactional
    public StoredItem patch(String district, DistrictList list, String id, InputStream patch, OptionalLong expected)
            throws IOException {
        var change = begin(district);
        var current = items.find(district, list, id).orElseThrow(() -> new UnknownItem(list, id));
        var patched = MergePatch.apply(current.json(), patch);
        // What was not sent is in there too.
        requireVersion(current, expected, Phones.masked(list, patched));
        var item = reader.read(list, bytes(patched), checkOf(district, id));
        return put(change, item, current);
    }

    /**
     * Deletes an item.
     *
     * @throws StillReferenced when others point to it
     */
    @Transactional
    public void delete(String district, DistrictList list, String id, OptionalLong expected) {
        var change = begin(district);
        var current = items.find(district, list, id).orElseThrow(() -> new UnknownItem(list, id));
        requireVersion(current, expected, null);
        requireNoReferrers(district, list, List.of(id));
        items.delete(district, list, List.of(id), change.changes());
        note(change, list, List.of(new ItemDifference(id, Change.REMOVED, List.of())));
    }

    /**
     * Brings a whole list, or a part of it, up to date.
     *
     * @param json an array of items; the stream is not closed
     * @param missing what becomes of items that are not among them
     * @param expected the revision of the list
     * @param isTrial whether nothing is changed, only told
     */
    @Transactional
    public ListChange update(
            String district,
            DistrictList list,
            InputStream json,
            MissingItems missing,
            OptionalLong expected,
            boolean isTrial)
            throws IOException {
        return update(district, list, missing, expected, isTrial, (before, check) -> reader.readAll(list, json, check));
    }

    /** Reads the items of an update, with the check that sees whether they point to something. */
    public interface Source {
        /**
         * The items.
         *
         * @param before what the list has now, by identifier
         */
        List<Item> read(Map<String, StoredItem> before, ItemReader.Check check) throws IOException;
    }

    /** Brings a list up to date with items from elsewhere, as the method above does with JSON. */
    @Transactional
    public ListChange update(
            String district,
            DistrictList list,
            MissingItems missing,
            OptionalLong expected,
            boolean isTrial,
            Source source)
            throws IOException {
        var change = begin(district);
        long revision = items.revision(district, list);
        if (expected.isPresent() && expected.getAsLong() != revision) {
            throw new Stale(revision, null, null);
        }
        var before = items.all(district, list);
        var read = source.read(before, checkOf(district));
        var update = new Update(before, read, missing);
        requireRoom(list, update.sizeAfter());
        requireNoReferrers(district, list, update.removed());
        if (isTrial || update.differences().isEmpty()) {
            return update.change(revision);
        }
        if (!update.removed().isEmpty()) {
            items.delete(district, list, update.removed(), change.changes());
        }
        items.put(district, list, update.writes(), change.changes());
        note(change, list, update.differences());
        return update.change(change.changes());
    }

    /** What an update does to a list. */
    private final class Update {
        private final List<ItemDifference> differences = new ArrayList<>();
        private final List<ItemWrite> writes = new ArrayList<>();
        private final Set<String> removed = new HashSet<>();
        private final int sizeAfter;
        private final int unchanged;

        Update(Map<String, StoredItem> before, List<Item> read, MissingItems policy) {
            var missing = new HashMap<>(before);
            for (var item : read) {
                compare(item, missing.remove(item.id()));
            }
            if (policy == MissingItems.REMOVE) {
                missing.keySet().stream().sorted().forEach(this::remove);
            }
            long added = differences.stream()
                    .filter(each -> each.kind() == Change.ADDED)
                    .count();
            sizeAfter = before.size() + Math.toIntExact(added) - removed.size();
            unchanged = sizeAfter - writes.size();
        }

        private void compare(Item item, @Nullable StoredItem before) {
            var json = writer.write(item);
            if (before != null && before.json().equals(json)) {
                return;
            }
            differences.add(
                    before == null
                            ? new ItemDifference(item.id(), Change.ADDED, List.of())
                            : new ItemDifference(
                                    item.id(), Change.CHANGED, JsonDifference.fields(before.json(), json)));
            writes.add(new ItemWrite(item.id(), json, item.references()));
        }

        private void remove(String id) {
            removed.add(id);
            differences.add(new ItemDifference(id, Change.REMOVED, List.of()));
        }

        List<ItemDifference> differences() {
            return differences;
        }

        List<ItemWrite> writes() {
            return writes;
        }

        Set<String> removed() {
            return removed;
        }

        int sizeAfter() {
            return sizeAfter;
        }

        ListChange change(long revision) {
            return new ListChange(unchanged, differences, revision);
        }
    }

    /** Adds items that are new and sound, to a district that the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(StoredDistrict change, List<Item> added) {
        for (var list : DistrictList.values()) {
            var writes = added.stream()
                    .filter(item -> item.list() == list)
                    .map(item -> new ItemWrite(item.id(), writer.write(item), item.references()))
                    .toList();
            if (!writes.isEmpty()) {
                long before = items.counts(change.id()).getOrDefault(list, 0L);
                requireRoom(list, before + writes.size());
                items.put(change.id(), list, writes, change.changes());
                note(
                        change,
                        list,
                        writes.stream()
                                .map(write -> new ItemDifference(write.id(), Change.ADDED, List.of()))
                                .toList());
            }
        }
    }

    /** Stores changed items of one list of a district that the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(StoredDistrict change, List<Item> changed, Map<String, StoredItem> before) {
        var update = new Update(before, changed, MissingItems.KEEP);
        if (!update.writes().isEmpty()) {
            var list = changed.getFirst().list();
            items.put(change.id(), list, update.writes(), change.changes());
            note(change, list, update.differences());
        }
    }

    /** Stores a changed item of a district that the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    StoredItem put(StoredDistrict change, Item item, @Nullable StoredItem before) {
        var json = writer.write(item);
        if (before != null && before.json().equals(json)) {
            return before;
        }
        if (before == null) {
            requireRoom(item.list(), items.counts(change.id()).getOrDefault(item.list(), 0L) + 1);
        }
        items.put(
                change.id(), item.list(), List.of(new ItemWrite(item.id(), json, item.references())), change.changes());
        note(
                change,
                item.list(),
                List.of(
                        before == null
                                ? new ItemDifference(item.id(), Change.ADDED, List.of())
                                : new ItemDifference(
                                        item.id(), Change.CHANGED, JsonDifference.fields(before.json(), json))));
        return new StoredItem(item.list(), item.id(), json, change.changes());
    }

    private void note(StoredDistrict change, DistrictList list, List<ItemDifference> differences) {
        audit.note(change.id(), change.changes(), list, differences);
    }

    private StoredDistrict begin(String district) {
        return districts.lockForChange(district).orElseThrow(() -> new UnknownDistrict(district));
    }

    private ItemReader.Check checkOf(String district) {
        return (read, pointers, faults) -> references.check(district, read, pointers, faults);
    }

    /** Besides, an item must have the identifier of its address. */
    private ItemReader.Check checkOf(String district, String id) {
        return (read, pointers, faults) -> {
            references.check(district, read, pointers, faults);
            var found = read.getFirst().id();
            if (!found.isEmpty() && !found.equals(id)) {
                faults.add(() -> "/id", FaultCode.NOT_ALLOWED, Map.of("value", found, "allowed", id));
            }
        };
    }

    private static void requireVersion(@Nullable StoredItem current, OptionalLong expected, @Nullable String rejected) {
        if (expected.isEmpty()) {
            return;
        }
        if (current == null) {
            throw new Stale(0, null, rejected);
        }
        if (current.version() != expected.getAsLong()) {
            throw new Stale(current.version(), Phones.masked(current), rejected);
        }
    }

    private void requireNoReferrers(String district, DistrictList list, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        long count = items.countReferrers(district, list, ids);
        if (count > 0) {
            throw new StillReferenced(items.referrers(district, list, ids, LISTED_REFERRERS), count);
        }
    }

    private void requireRoom(DistrictList list, long size) {
        int most = reader.limitOf(list);
        if (size > most) {
            throw InvalidInputException.of("", FaultCode.TOO_MANY, Map.of("limit", Integer.toString(most)));
        }
    }

    private static InputStream bytes(String json) {
        return new ByteArrayInputStream(MergePatch.encoded(json));
    }
}
