package org.muster.rest.texts;

import java.util.List;
import org.muster.bounds.ShortageCertificate;

/** A shortage in a sentence that a planner understands. */
public final class ShortageText {

    private static final int NAMED = 5;

    private ShortageText() {}

    public static TextView of(ShortageCertificate shortage) {
        int required = shortage.required();
        int available = shortage.available();
        int cadres = shortage.cadres().size();
        return new TextView(
                "%s共需%d人，而能胜任其中任何一项的干部只有%d人，最多填补%d个名额：至少空缺%d个。"
                        .formatted(
                                named(shortage.demands(), "、", "等%d项需求"),
                                required,
                                cadres,
                                available,
                                shortage.missing()),
                "%s required by %s, but only %s could serve any of them and can fill %d at most: at least %d must stay empty."
                        .formatted(
                                required == 1 ? "1 head is" : required + " heads are",
                                named(shortage.demands(), ", ", " and others, %d demands in all"),
                                cadres == 1 ? "1 cadre" : cadres + " cadres",
                                available,
                                shortage.missing()));
    }

    private static String named(List<String> demands, String separator, String more) {
        var names = String.join(separator, demands.subList(0, Math.min(NAMED, demands.size())));
        return demands.size() <= NAMED ? names : names + more.formatted(demands.size());
    }
}
