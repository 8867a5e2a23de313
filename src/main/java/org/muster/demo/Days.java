package org.muster.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.muster.problem.Round;
import org.muster.problem.Window;

/**
 * The rounds of a demo: one a day, from the day of Dongcheng's first district-wide round in May 2022.
 *
 * @param count rounds, 1 or more
 */
record Days(int count) {
    static final LocalDate FIRST = LocalDate.of(2022, 5, 3);

    LocalDate last() {
        return FIRST.plusDays(count - 1L);
    }

    List<LocalDate> dates() {
        return FIRST.datesUntil(last().plusDays(1)).toList();
    }

    List<Round> rounds() {
        var rounds = new ArrayList<Round>();
        for (var date : dates()) {
            int number = rounds.size() + 1;
            rounds.add(new Round("r" + number, "第%d轮".formatted(number), date));
        }
        return rounds;
    }

    /** Every shift of every round. */
    List<Window> windows() {
        var windows = new ArrayList<Window>();
        for (var round : rounds()) {
            for (var shift : Shift.values()) {
                windows.add(shift.window(round.id(), round.date()));
            }
        }
        return windows;
    }
}
