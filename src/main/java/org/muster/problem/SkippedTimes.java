package org.muster.problem;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.FaultList;

/**
 * Finds local times that do not exist, because the clock is put forward over them. A time that the clock shows twice, when
 * it is put back, is no fault: it means the first of the two moments.
 */
final class SkippedTimes {

    private final ProblemDraft draft;
    private final FaultList faults;
    private final Pointer pointer;

    /** The place of a field of an item in the document. */
    interface Pointer {
        String of(String list, int item, String field);
    }

    SkippedTimes(ProblemDraft draft, FaultList faults, Pointer pointer) {
        this.draft = draft;
        this.faults = faults;
        this.pointer = pointer;
    }

    /** Adds a fault for each start and end of a shift window and of an availability that does not exist. */
    void check() {
        var zone = draft.timeZone();
        if (zone == null) {
            return;
        }
        for (int i = 0; i < draft.windows().size(); i++) {
            if (draft.hasTimes(i)) {
                var window = draft.windows().items().get(i);
                check(
                        zone,
                        window.start(),
                        "windows",
                        i,
                        "/start",
                        window.start().toString());
                check(zone, window.end(), "windows", i, "/end", window.end().toString());
            }
        }
        for (int i = 0; i < draft.cadres().size(); i++) {
            var availability = draft.cadres().items().get(i).availability();
            for (int k = 0; k < availability.size(); k++) {
                // The times when a cadre is unavailable are personal data, and are not echoed.
                var field = "/availability/" + k;
                check(zone, availability.get(k).start(), "cadres", i, field + "/start", Fault.WITHHELD);
                check(zone, availability.get(k).end(), "cadres", i, field + "/end", Fault.WITHHELD);
            }
        }
    }

    /** Whether the clock is put forward over a time. */
    static boolean isSkipped(ZoneId zone, LocalDateTime time) {
        return gapAt(zone, time) != null;
    }

    private static @Nullable ZoneOffsetTransition gapAt(ZoneId zone, LocalDateTime time) {
        var transition = zone.getRules().getTransition(time);
        return transition != null && transition.isGap() ? transition : null;
    }

    private void check(ZoneId zone, LocalDateTime time, String list, int item, String field, String shown) {
        var gap = gapAt(zone, time);
        if (gap != null) {
            faults.add(
                    () -> pointer.of(list, item, field),
                    FaultCode.SKIPPED_TIME,
                    Map.of(
                            "value",
                            shown,
                            "timeZone",
                            zone.getId(),
                            "from",
                            gap.getDateTimeBefore().toString(),
                            "to",
                            gap.getDateTimeAfter().toString()));
        }
    }
}
