package org.muster.rest.districts;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.lines.SheetNotice;
import org.muster.persistence.districts.StoredItem;
import org.muster.registry.ItemDifference;
import org.muster.registry.lists.ListChange;
import org.muster.registry.lists.Phones;

/** Items of lists as callers see them. */
final class ItemViews {

    private static final int LISTED_DIFFERENCES = 1_000;

    private ItemViews() {}

    /**
     * Some of the items of a list.
     *
     * @param items as they are stored, but phones are masked
     * @param etags the ETag of each, by identifier
     * @param total how many items the query finds in all
     * @param revision goes up with every change of the list; its ETag
     * @param next path of the following items; null when there are none
     */
    public record ItemPageView(
            @Schema(type = SchemaType.ARRAY, implementation = Object.class)
            List<RawValue> items,

            Map<String, String> etags,
            long total,
            long revision,
            @Nullable String next) {

        static ItemPageView of(List<StoredItem> page, long total, long revision, @Nullable String next) {
            var etags = new LinkedHashMap<String, String>();
            page.forEach(item -> etags.put(item.id(), "\"" + item.version() + "\""));
            return new ItemPageView(
                    page.stream().map(item -> new RawValue(Phones.masked(item))).toList(),
                    etags,
                    total,
                    revision,
                    next);
        }
    }

    /**
     * What a change does, or would do, to a list.
     *
     * @param differences the first {@value #LISTED_DIFFERENCES} items that are added, changed or removed
     * @param isTrial whether nothing was changed
     * @param notices what whoever sent a file should know about the reading of it; empty for JSON
     */
    public record ListChangeView(
            long added,
            long changed,
            long removed,
            long unchanged,
            List<ItemDifference> differences,
            boolean isTrial,
            long revision,
            List<NoticeView> notices) {

        static ListChangeView of(ListChange change, boolean isTrial, List<NoticeView> notices) {
            var differences = change.differences();
            return new ListChangeView(
                    change.count(ItemDifference.Change.ADDED),
                    change.count(ItemDifference.Change.CHANGED),
                    change.count(ItemDifference.Change.REMOVED),
                    change.unchanged(),
                    differences.subList(0, Math.min(differences.size(), LISTED_DIFFERENCES)),
                    isTrial,
                    change.revision(),
                    notices);
        }
    }

    /**
     * Something about a file that is no fault, such as a sheet that was not read.
     *
     * @param detail a sentence in the reader's language
     * @param params the values that the sentence names
     */
    public record NoticeView(String code, String detail, Map<String, String> params) {

        static NoticeView of(SheetNotice notice, Locale language) {
            return new NoticeView(notice.code().id(), notice.sentence(language), notice.params());
        }
    }
}
