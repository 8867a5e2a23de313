package org.muster.district;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.problem.ItemValidator;
import org.muster.problem.ItemValues;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.BrokenValue;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.Limits;
import org.muster.problem.faults.WholeNumbers;

/** Finds what is wrong inside items of a district that were made in Java, as {@link ItemValidator} does. */
public final class StoredItemValidator {

    /** A masked phone, as lists show it, is refused: it would overwrite the real one. So is {@code 1.38E+10}. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9()\\-./ #]{3,38}(?:(?:转|ext\\.?|x) ?\\d{1,8})?");

    private final Limits limits;
    private final FaultList faults;
    private final ItemValidator fields;

    private StoredItemValidator(Limits limits) {
        this.limits = limits;
        faults = new FaultList(limits);
        fields = new ItemValidator(limits, faults);
    }

    /**
     * Refuses items of one list as if they had been sent together.
     *
     * @throws InvalidInputException when they have faults; pointers count the items from 0
     */
    public static void requireValid(List<Item> items, Limits limits) {
        var validator = new StoredItemValidator(limits);
        validator.check(items);
        if (validator.faults.count() > 0) {
            throw validator.faults.asException();
        }
    }

    /** What is wrong with a phone number; null for nothing. It is personal data, so that none is echoed. */
    public static @Nullable BrokenValue faultOfPhone(String phone) {
        return PHONE.matcher(phone).matches() ? null : new BrokenValue(FaultCode.BAD_TEXT, Map.of());
    }

    private void check(List<Item> items) {
        var firstById = new HashMap<String, Integer>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            fields.at("/" + i);
            item.list().type().check(this, item.value());
            Integer first = firstById.putIfAbsent(item.id(), i);
            if (first != null) {
                fields.report(
                        "id", new BrokenValue(FaultCode.DUPLICATE_ID, Map.of("id", item.id(), "first", "/" + first)));
            }
        }
    }

    /** Checks the fields of the item one is at. */
    ItemValidator fields() {
        return fields;
    }

    void site(StoredSite site) {
        fields.site(site.site());
        fields.number("residents", site.residents(), WholeNumbers.PEOPLE);
    }

    void cadre(StoredCadre stored) {
        fields.cadre(stored.cadre());
        var phone = stored.phone();
        if (phone != null) {
            fields.report("phone", faultOfPhone(phone));
        }
        fields.size("absences", stored.absences(), limits.availabilityPerCadre());
        for (int i = 0; i < stored.absences().size(); i++) {
            var absence = stored.absences().get(i);
            fields.time("absences/" + i + "/from", absence.from(), QuotedValue.WITHHELD);
            fields.time("absences/" + i + "/until", absence.until(), QuotedValue.WITHHELD);
        }
        fields.size("confinements", stored.confinements(), ItemValues.NESTED_ITEMS);
        for (int i = 0; i < stored.confinements().size(); i++) {
            var confinement = stored.confinements().get(i);
            fields.personalIdentifier("confinements/" + i + "/site", confinement.site());
            fields.time("confinements/" + i + "/from", confinement.from(), QuotedValue.WITHHELD);
            fields.time("confinements/" + i + "/until", confinement.until(), QuotedValue.WITHHELD);
        }
    }
}
