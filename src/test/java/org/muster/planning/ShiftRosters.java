package org.muster.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Horizon;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Rosters of several weeks with a schedule that keeps every rule: runs of work neither too short nor too long, days off
 * between them, duties and minutes at least and at most, weekends off, kinds that may not follow each other. Everybody's
 * days are drawn first, and then as many heads are asked for as that gives, or a few more or less.
 */
final class ShiftRosters {
    private static final LocalDate MONDAY = LocalDate.of(2022, 5, 2);
    private static final Location CENTRE = new Location(39.93, 116.42);
    private static final List<String> KINDS = List.of("early", "late", "night");
    private static final int MINUTES = 480;
    private static final int LEAST_RUN = 2, LONGEST_RUN = 5, LEAST_OFF = 2, LONGEST_OFF = 5;

    private final SplittableRandom random;
    private final int days;
    /** By cadre and day: the kind of the duty, or -1. */
    private final int[][] lines;

    private ShiftRosters(long seed, int cadres, int weeks) {
        random = new SplittableRandom(seed);
        days = 7 * weeks;
        lines = new int[cadres][];
        for (int cadre = 0; cadre < cadres; cadre++) {
            lines[cadre] = line();
        }
    }

    /**
     * A roster.
     *
     * @param schedule of the problem, which keeps every rule
     */
    record ShiftRoster(Problem problem, Schedule schedule) {}

    /**
     * Draws a roster.
     *
     * @param spare heads that are asked for beyond those of the schedule, a day; negative for fewer
     */
    static ShiftRoster of(long seed, int cadres, int weeks, int spare) {
        var rosters = new ShiftRosters(seed, cadres, weeks);
        return new ShiftRoster(rosters.problem(spare), rosters.schedule());
    }

    /** Runs of work of one kind; the first may be short, since it touches the horizon's begin. */
    private int[] line() {
        var line = new int[days];
        Arrays.fill(line, -1);
        int day = random.nextInt(LEAST_OFF + 2);
        while (day < days) {
            int run = random.nextInt(LEAST_RUN, LONGEST_RUN + 1);
            int kind = random.nextInt(KINDS.size());
            for (int worked = day; worked < Math.min(days, day + run); worked++) {
                line[worked] = kind;
            }
            day += run + random.nextInt(LEAST_OFF, LONGEST_OFF + 1);
        }
        return line;
    }

    private Schedule schedule() {
        var duties = new ArrayList<Assignment>();
        for (int cadre = 0; cadre < lines.length; cadre++) {
            for (int day = 0; day < days; day++) {
                if (lines[cadre][day] >= 0) {
                    duties.add(new Assignment(demand(day, lines[cadre][day]), "cadre" + cadre, false));
                }
            }
        }
        return new Schedule(duties);
    }

    private static String demand(int day, int kind) {
        return "day%d-%s".formatted(day, KINDS.get(kind));
    }

    private Problem problem(int spare) {
        var goals = new EnumMap<Rule, Integer>(Rule.class);
        goals.put(Rule.IDEAL_COVER, 100);
        return Problem.builder()
                .horizon(new Horizon(MONDAY, MONDAY.plusDays(days - 1L)))
                .communities(List.of(new Community("centre", "centre", "centre", CENTRE)))
                .units(List.of(new WorkUnit("ward", "ward", lines.length, null, null, Set.of())))
                .posts(List.of(new Post("nurse", "nurse", Set.of(), Set.of(), Set.of(), null, null)))
                .sites(List.of(new Site("ward", "ward", Site.Kind.SCREENING, "centre", CENTRE, Site.Admits.ANYONE)))
                .rounds(IntStream.range(0, days)
                        .mapToObj(day -> new Round("day" + day, "day" + day, MONDAY.plusDays(day)))
                        .toList())
                .windows(windows())
                .demands(demands(spare))
                .dutyRules(
                        IntStream.range(0, lines.length).mapToObj(this::rules).toList())
                .cadres(IntStream.range(0, lines.length)
                        .mapToObj(cadre -> Cadre.of("cadre" + cadre, "ward", Cadre.Level.DISTRICT, "centre", CENTRE)
                                .dutyRules("rules" + cadre)
                                .build())
                        .toList())
                .weights(new Weights(goals))
                .build();
    }

    private List<Window> windows() {
        var windows = new ArrayList<Window>();
        for (int day = 0; day < days; day++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                var start = MONDAY.plusDays(day).atTime(6 + 8 * kind, 0);
                windows.add(
                        new Window(demand(day, kind), "day" + day, start, start.plusMinutes(MINUTES), KINDS.get(kind)));
            }
        }
        return windows;
    }

    private List<Demand> demands(int spare) {
        var demands = new ArrayList<Demand>();
        for (int day = 0; day < days; day++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                int heads = headsOf(day, kind);
                int asked = Math.max(0, heads + (kind == day % KINDS.size() ? spare : 0));
                var id = demand(day, kind);
                int required = random.nextBoolean() ? asked : asked / 2;
                demands.add(new Demand(id, "ward", id, "nurse", required, asked, Math.max(heads, asked) + 1, 1, 1, 1));
            }
        }
        return demands;
    }

    private int headsOf(int day, int kind) {
        int heads = 0;
        for (int[] line : lines) {
            heads += line[day] == kind ? 1 : 0;
        }
        return heads;
    }

    /** As strict as the cadre's own days allow. */
    private DutyRules rules(int cadre) {
        int worked = (int) IntStream.of(lines[cadre]).filter(kind -> kind >= 0).count();
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        limits.put(DutyRule.MIN_CONSECUTIVE_DAYS, DutyLimit.of(LEAST_RUN));
        limits.put(DutyRule.MAX_CONSECUTIVE_DAYS, DutyLimit.of(LONGEST_RUN));
        limits.put(DutyRule.MIN_CONSECUTIVE_DAYS_OFF, DutyLimit.of(LEAST_OFF));
        limits.put(DutyRule.MAX_CONSECUTIVE_DAYS_OFF, DutyLimit.of(LONGEST_OFF));
        limits.put(DutyRule.MIN_DUTIES, DutyLimit.of(worked));
        limits.put(DutyRule.MIN_MINUTES, DutyLimit.of(Math.max(0, worked - 1) * MINUTES));
        limits.put(DutyRule.MAX_MINUTES, DutyLimit.of((worked + 1) * MINUTES));
        limits.put(DutyRule.MAX_WEEKENDS, DutyLimit.of(weekends(lines[cadre])));
        limits.put(DutyRule.MAX_PER_KIND, DutyLimit.perKind(perKind(lines[cadre])));
        limits.put(
                DutyRule.FORBIDDEN_SUCCESSIONS,
                DutyLimit.successions(List.of(
                        new DutyLimit.Succession("night", "early"), new DutyLimit.Succession("late", "early"))));
        return new DutyRules("rules" + cadre, 600, MINUTES, limits);
    }

    private static Map<String, Integer> perKind(int[] line) {
        var most = new LinkedHashMap<String, Integer>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            int of = kind;
            most.put(
                    KINDS.get(kind),
                    1 + (int) IntStream.of(line).filter(each -> each == of).count());
        }
        return new HashMap<>(most);
    }

    private static int weekends(int[] line) {
        int weekends = 0;
        for (int saturday = 5; saturday < line.length; saturday += 7) {
            weekends += line[saturday] >= 0 || line[saturday + 1] >= 0 ? 1 : 0;
        }
        return weekends;
    }
}
