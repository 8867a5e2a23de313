package org.muster.registry.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.persistence.districts.AuditEntry.Action;
import org.muster.persistence.districts.DistrictStore;
import org.muster.persistence.districts.ItemStore;
import org.muster.persistence.districts.StoredItem;
import org.muster.persistence.plans.Plan;
import org.muster.registry.AuditTrail;

/**
 * Looks up phones, masks them, and records in the audit trail who read one. No problem and no plan holds a phone:
 * phones are only in the list of cadres, where they can be corrected and erased.
 */
@ApplicationScoped
public class Phones {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PHONE = "phone";
    private static final int SHOWN_DIGITS = 3;

    private final ItemStore items;
    private final DistrictStore districts;
    private final AuditTrail audit;

    Phones(ItemStore items, DistrictStore districts, AuditTrail audit) {
        this.items = items;
        this.districts = districts;
        this.audit = audit;
    }

    /** Records that a caller reads the whole phone of a cadre, where the item has one. Must come before the answer. */
    @Transactional
    public void noteTold(String district, StoredItem item) {
        if (item.list() == DistrictList.CADRES && phoneIn(item.json()) != null) {
            audit.note(
                    district,
                    districts.numberOfReading(),
                    Action.EXPORTED,
                    item.list().field(),
                    item.id(),
                    List.of(PHONE));
        }
    }

    /** The item with a masked phone, which cannot be called: 138****8000. */
    public static String masked(StoredItem item) {
        return masked(item.list(), item.json());
    }

    /** An item of a list, stored or not, with a masked phone. */
    static String masked(DistrictList list, String json) {
        if (list != DistrictList.CADRES || !json.contains("\"" + PHONE + "\"")) {
            return json;
        }
        try {
            var cadre = (ObjectNode) JSON.readTree(json);
            if (cadre.get(PHONE) instanceof TextNode phone) {
                cadre.put(PHONE, maskedNumber(phone.textValue()));
            }
            return cadre.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String maskedNumber(String phone) {
        int hidden = phone.length() - 2 * SHOWN_DIGITS - 1;
        return hidden < SHOWN_DIGITS
                ? "*".repeat(phone.length())
                : phone.substring(0, SHOWN_DIGITS)
                        + "*".repeat(hidden)
                        + phone.substring(phone.length() - SHOWN_DIGITS - 1);
    }

    /** Phones by identifier of the cadre, from the current list; none for a problem that came by itself. */
    public Map<String, String> of(Plan plan) {
        var phones = new HashMap<String, String>();
        var origin = plan.origin();
        if (origin != null) {
            for (var cadre : items.all(origin.district(), DistrictList.CADRES).values()) {
                var phone = phoneIn(cadre.json());
                if (phone != null) {
                    phones.put(cadre.id(), phone);
                }
            }
        }
        return phones;
    }

    private static @Nullable String phoneIn(String cadre) {
        if (!cadre.contains(PHONE)) {
            return null;
        }
        try {
            var phone = JSON.readTree(cadre).get(PHONE);
            return phone == null ? null : phone.asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
