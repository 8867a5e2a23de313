package org.muster.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Narrows a table by words like {@code instances=dongcheng,xicheng}. */
final class Selection {
    private static final Set<String> KEYS =
            Set.of("contenders", "instances", "rounds", "seeds", "seconds", "bound", "heap", "processors");

    private final Map<String, String> words;

    private Selection(Map<String, String> words) {
        this.words = words;
    }

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException when one is not known
     */
    static Selection of(List<String> words) {
        var read = new LinkedHashMap<String, String>();
        for (var word : words) {
            int equals = word.indexOf('=');
            if (equals < 0 || !KEYS.contains(word.substring(0, equals))) {
                throw new IllegalArgumentException(
                        "The word (%s) says nothing. Maybe key=value, with a key of %s.".formatted(word, KEYS));
            }
            read.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new Selection(read);
    }

    /** What is left of a table. */
    Table from(Table table) {
        var contests = table.contests().stream()
                .filter(contest -> accepts("instances", contest.instance().name()))
                .filter(contest -> accepts("rounds", Integer.toString(contest.instance().rounds())))
                .map(contest -> new Contest(contest.instance(), number("seconds", contest.seconds())))
                .distinct()
                .toList();
        var contenders = table.contenders().stream()
                .filter(contender -> accepts("contenders", contender.id()))
                .toList();
        if (contests.isEmpty() || contenders.isEmpty()) {
            throw new IllegalArgumentException("Nothing of the table (%s) is left by %s. Maybe a name is wrong."
                    .formatted(table.name(), words));
        }
        return new Table(
                table.name(), contests, contenders, number("seeds", table.seeds()), number("bound", table.boundSeconds()));
    }

    /** What is equal for all runs: 4 GB of heap and two processors unless said otherwise. */
    ChildProcess.Setting setting() {
        return new ChildProcess.Setting(words.getOrDefault("heap", "4g"), number("processors", 2));
    }

    private boolean accepts(String key, String value) {
        var wanted = words.get(key);
        return wanted == null || Arrays.asList(wanted.split(",", -1)).contains(value);
    }

    private int number(String key, int otherwise) {
        @Nullable String given = words.get(key);
        return given == null ? otherwise : Integer.parseInt(given);
    }
}
