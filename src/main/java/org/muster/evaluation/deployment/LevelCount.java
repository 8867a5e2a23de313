package org.muster.evaluation.deployment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.muster.evaluation.deployment.Deployment.Headcount;
import org.muster.problem.Cadre.Level;

/** Counts people by level. */
final class LevelCount {

    private final EnumMap<Level, Integer> people = new EnumMap<>(Level.class);

    LevelCount() {
        for (var level : Level.values()) {
            people.put(level, 0);
        }
    }

    void add(Level level) {
        people.merge(level, 1, Integer::sum);
    }

    /** The level of most of them; of two that are equally common the first. */
    Level commonest() {
        return Collections.max(people.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    Headcount headcount() {
        return new Headcount(people);
    }
}
