package org.muster.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;
import org.muster.persistence.ItemStore;
import org.muster.persistence.Plan;

/** Looks up whom to call. No problem and no plan holds a phone: they are where they can be corrected and forgotten. */
@ApplicationScoped
public class Phones {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PHONE = "phone";

    private final ItemStore items;

    Phones(ItemStore items) {
        this.items = items;
    }

    /** Phones by identifier of the cadre, as they stand now; none for a problem that came by itself. */
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
