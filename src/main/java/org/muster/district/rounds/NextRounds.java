package org.muster.district.rounds;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.district.DistrictList;
import org.muster.district.Item;
import org.muster.problem.Demand;
import org.muster.problem.Round;
import org.muster.problem.Window;

/**
 * Makes rounds like an earlier one: the same sites and demands in the same windows on other days.
 *
 * <p>Identifiers and names count on: the round after {@code r3} is {@code r4}, the one after 第3轮 is 第4轮. Windows and
 * demands carry the identifier of their round where they did so before, else it is added.
 */
public final class NextRounds {

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,9})(?!.*\\d)");

    private final Round like;
    private final List<Window> windows;
    private final List<Demand> demands;
    private final Map<DistrictList, Set<String>> taken;

    /**
     * Prepares copies of a round.
     *
     * @param windows those of the round
     * @param demands those of the windows
     * @param taken identifiers that rounds, windows and demands have already; new ones are added
     */
    public NextRounds(Round like, List<Window> windows, List<Demand> demands, Map<DistrictList, Set<String>> taken) {
        this.like = like;
        this.windows = windows;
        this.demands = demands;
        this.taken = taken;
    }

    /**
     * Makes some rounds.
     *
     * @param count how many, 1 or more
     * @param first date of the first of them
     * @param everyDays days from one to the next, 0 or more
     * @return rounds, their windows and demands, each after what it points to
     */
    public List<Item> make(int count, LocalDate first, int everyDays) {
        var made = new ArrayList<Item>();
        var name = like.name();
        var id = like.id();
        for (int number = 0; number < count; number++) {
            id = take(DistrictList.ROUNDS, next(id));
            name = like.name().equals(like.id()) ? id : next(name);
            addRound(made, new Round(id, name, first.plusDays((long) number * everyDays)));
        }
        return made;
    }

    private void addRound(List<Item> made, Round round) {
        made.add(Item.of(round));
        long days = ChronoUnit.DAYS.between(like.date(), round.date());
        var windowIds = new HashMap<String, String>();
        for (var window : windows) {
            var id = take(DistrictList.WINDOWS, renamed(window.id(), round.id()));
            windowIds.put(window.id(), id);
            made.add(Item.of(new Window(
                    id, round.id(), window.start().plusDays(days), window.end().plusDays(days), window.kind())));
        }
        for (var demand : demands) {
            made.add(Item.of(new Demand(
                    take(DistrictList.DEMANDS, renamed(demand.id(), round.id())),
                    demand.site(),
                    windowIds.getOrDefault(demand.window(), demand.window()),
                    demand.post(),
                    demand.min(),
                    demand.ideal(),
                    demand.max(),
                    demand.priority(),
                    demand.idealWeight(),
                    demand.overWeight())));
        }
    }

    /** The identifier with that of the round in place of the old round's, where it is a word of its own. */
    private String renamed(String id, String round) {
        var word = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(like.id()) + "(?![\\p{L}\\p{N}])");
        var renamed = word.matcher(id).replaceAll(Matcher.quoteReplacement(round));
        return renamed.equals(id) ? id + "-" + round : renamed;
    }

    private String take(DistrictList list, String wished) {
        var ids = taken.get(list);
        var id = wished;
        while (ids != null && !ids.add(id)) {
            id = next(id);
        }
        return id;
    }

    /** The text with its last number one higher; with a 2 behind it where it has none. */
    static String next(String text) {
        var number = LAST_NUMBER.matcher(text);
        if (!number.find()) {
            return text + "-2";
        }
        var digits = number.group(1);
        var higher = Long.toString(Long.parseLong(digits) + 1);
        var padded = "0".repeat(Math.max(0, digits.length() - higher.length())) + higher;
        return text.substring(0, number.start(1)) + padded + text.substring(number.end(1));
    }
}
