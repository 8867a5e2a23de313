package org.muster.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.referee.PinnedAssignments;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;

/**
 * Small but nasty problems. Taken over many seeds they use every field, rule and goal: windows that overlap and cross
 * midnight, clocks that change, ceilings of nobody, birthdays on the day, intervals that touch, demands for no one.
 *
 * <p>They are valid: identifiers are unique, references point to something, and pinned assignments keep the rules among
 * themselves. Whether all demands can be covered is left to chance.
 */
public final class RandomProblems {

    /** How large a problem is at most; it has at least about half of it. */
    public enum Size {
        /** Few enough schedules to try them all. */
        TINY(5, 3, 4, 3),
        /** One demand, and one or two cadres. */
        LEAST(2, 1, 3, 2),
        FEW(4, 3, 5, 3),
        /** More cadres than demands have seats, on several days. */
        HALF_DOZEN(6, 6, 8, 5),
        SMALL(12, 10, 20, 8),
        MEDIUM(60, 40, 120, 12);

        private final int cadres;
        private final int demands;
        private final int seats;
        private final int windows;

        Size(int cadres, int demands, int seats, int windows) {
            this.cadres = cadres;
            this.demands = demands;
            this.seats = seats;
            this.windows = windows;
        }
    }

    private static final List<String> KINDS = List.of("early", "late", "night");
    private static final List<String> TAGS = List.of("heat", "lifting", "night");
    private static final List<String> SKILLS = List.of("nurse", "ex-nurse", "driver", "dialect");
    private static final List<String> SUBDISTRICTS = List.of("north", "south", "east");

    private static final List<DutyLimit.Succession> ALL_SUCCESSIONS = KINDS.stream()
            .flatMap(first -> KINDS.stream().map(next -> new DutyLimit.Succession(first, next)))
            .toList();

    private final Dice dice;
    private final Size size;
    private final ZoneId timeZone;
    private final LocalDate firstDay;
    private final List<Community> communities;
    private final List<WorkUnit> units;
    private final List<Skill> skills;
    private final List<Post> posts;
    private final List<Site> sites;
    private final List<Round> rounds;
    private final List<Window> windows;
    private final List<DutyRules> dutyRules;
    private @Nullable LocalDateTime endOfLastWindow;

    /** The problem of a seed: always the same one. */
    public static Problem of(long seed, Size size) {
        return new RandomProblems(new SplittableRandom(seed), size).problem();
    }

    private RandomProblems(SplittableRandom random, Size size) {
        this.dice = new Dice(random);
        this.size = size;
        timeZone = ZoneId.of(dice.pick(List.of("Asia/Shanghai", "Asia/Shanghai", "Europe/Berlin", "America/New_York")));
        firstDay = firstDay();
        communities = several(
                1, 4, i -> new Community("community" + i, "Community " + i, dice.pick(SUBDISTRICTS), location()));
        units = several(1, 4, this::unit);
        skills = SKILLS.stream()
                .map(skill -> new Skill(skill, skill, dice.oneIn(2)))
                .toList();
        posts = several(1, 4, this::post);
        sites = several(1, 4, this::site);
        rounds = several(1, 4, this::round);
        windows = several(size.windows / 2, size.windows, this::window);
        dutyRules = several(1, 4, this::dutyRules);
    }

    private Problem problem() {
        var cadres = several(size.cadres / 2, size.cadres, this::cadre);
        var problem = Problem.builder()
                .timeZone(timeZone)
                .communities(communities)
                .units(units)
                .skills(skills)
                .posts(posts)
                .sites(sites)
                .rounds(rounds)
                .windows(windows)
                .demands(demands())
                .cadres(cadres)
                .dutyRules(dutyRules)
                .travel(travel(cadres))
                .weights(weights())
                .build();
        return withAssignments(withHorizon(problem));
    }

    /** Somewhere in a week, or on the eve of a change of the clock. */
    private LocalDate firstDay() {
        var days = switch (timeZone.getId()) {
            case "Europe/Berlin" -> List.of(LocalDate.of(2022, 3, 26), LocalDate.of(2022, 10, 29));
            case "America/New_York" -> List.of(LocalDate.of(2022, 3, 12), LocalDate.of(2022, 11, 5));
            default -> List.of(ProblemFixture.MONDAY.plusDays(dice.upTo(6)));
        };
        return dice.pick(days);
    }

    private Problem withHorizon(Problem problem) {
        if (dice.oneIn(2)) {
            return problem;
        }
        var duties = problem.horizon();
        return problem.toBuilder()
                .horizon(new Horizon(
                        duties.from().minusDays(dice.upTo(3)), duties.to().plusDays(dice.upTo(4))))
                .build();
    }

    private WorkUnit unit(int i) {
        int staff = dice.upTo(12);
        boolean isCounted = dice.oneIn(3);
        boolean isShared = !isCounted && dice.oneIn(3);
        return new WorkUnit(
                "unit" + i,
                "Unit " + i,
                staff,
                isCounted ? Integer.valueOf(dice.upTo(3)) : null,
                isShared ? BigDecimal.valueOf(dice.upTo(100), 2) : null,
                dice.oneIn(2) ? Set.of() : Set.copyOf(dice.some(subdistricts())));
    }

    private List<String> subdistricts() {
        return communities.stream().map(Community::subdistrict).distinct().toList();
    }

    private Post post(int i) {
        var minAge = dice.maybe(4, () -> dice.between(18, 40));
        var maxAge = dice.maybe(4, () -> dice.between(40, 60));
        return new Post(
                "post" + i,
                "Post " + i,
                dice.oneIn(2) ? Set.of() : Set.copyOf(dice.some(SKILLS)),
                dice.oneIn(4) ? Set.of(dice.pick(SKILLS)) : Set.of(),
                dice.oneIn(2) ? Set.copyOf(dice.some(TAGS)) : Set.of(),
                minAge,
                maxAge);
    }

    private Site site(int i) {
        var admits = dice.oneIn(5) ? Site.Admits.RESIDENTS : Site.Admits.ANYONE;
        return new Site(
                "site" + i,
                "Site " + i,
                dice.pick(List.of(Site.Kind.values())),
                dice.pick(communities).id(),
                location(),
                admits);
    }

    private Location location() {
        return new Location(39.9 + dice.upTo(12) / 100.0, 116.3 + dice.upTo(12) / 100.0);
    }

    /** Days that follow each other, and sometimes the week after. */
    private Round round(int i) {
        var date = firstDay.plusDays(dice.oneIn(2) ? i : dice.upTo(4)).plusWeeks(dice.oneIn(6) ? 1 : 0);
        return new Round("round" + i, "Round " + i, date);
    }

    /** Every other window follows the one before, at once or a little later: rows of duties across dates. */
    private Window window(int i) {
        var round = dice.pick(rounds);
        var day = round.date().plusDays(dice.oneIn(4) ? 1 : 0);
        var hour = dice.pick(List.of("00:00", "01:15", "05:30", "07:00", "07:30", "15:00", "15:30", "22:00", "23:45"));
        boolean follows = endOfLastWindow != null && dice.oneIn(2);
        var start = endOfLastWindow != null && follows
                ? existing(endOfLastWindow.plusMinutes(dice.pick(List.of(0, 0, 30, 60, 61))))
                : day.atTime(LocalTime.parse(hour));
        int minutes = dice.pick(List.of(30, 60, 210, 240, 450, 480, 481, 600, 720));
        var end = existing(start.plusMinutes(minutes));
        endOfLastWindow = end;
        return new Window("window" + i, round.id(), start, end, dice.mostly(() -> dice.pick(KINDS)));
    }

    /** A time that the change of the clock leaves out is no time. */
    private LocalDateTime existing(LocalDateTime time) {
        return timeZone.getRules().getValidOffsets(time).isEmpty() ? time.plusHours(1) : time;
    }

    private List<Demand> demands() {
        var demands = new ArrayList<Demand>();
        int seatsLeft = size.seats;
        int count = dice.between(1 + size.demands / 2, size.demands);
        for (int i = 0; i < count; i++) {
            int max = dice.between(0, Math.min(4, seatsLeft));
            int ideal = dice.between(0, max);
            int min = dice.between(0, ideal);
            seatsLeft -= max;
            boolean isAtLastSite = !demands.isEmpty() && dice.oneIn(2);
            demands.add(new Demand(
                    "demand" + i,
                    isAtLastSite ? demands.getLast().site() : dice.pick(sites).id(),
                    dice.pick(windows).id(),
                    dice.pick(posts).id(),
                    min,
                    ideal,
                    max,
                    dice.between(Demand.LOWEST_PRIORITY, Demand.HIGHEST_PRIORITY),
                    dice.upTo(2),
                    dice.upTo(2)));
        }
        return demands;
    }

    private Cadre cadre(int i) {
        return Cadre.of(
                        "cadre" + i,
                        dice.pick(units).id(),
                        dice.pick(List.of(Cadre.Level.values())),
                        dice.pick(communities).id(),
                        location())
                .name(dice.maybe(2, () -> "Cadre " + i))
                .birthDate(dice.mostly(this::birthDate))
                .lastServiceDay(dice.maybe(6, this::dayAround))
                .skills(dice.some(SKILLS).stream().map(this::held).toList())
                .availability(several(0, 3, _ -> availability()))
                .confinedTo(dice.maybe(6, () -> dice.pick(sites).id()))
                .avoidTags(dice.oneIn(4) ? Set.of(dice.pick(TAGS)) : Set.of())
                .roundsServed(dice.upTo(3))
                .minutesServed(dice.oneIn(3) ? 0 : dice.upTo(1500))
                .lastSite(dice.maybe(2, () -> dice.pick(sites).id()))
                .dutyRules(dice.mostly(() -> dice.pick(dutyRules).id()))
                .build();
    }

    /** A birthday on the day of a round, the day before, or the day after. */
    private LocalDate birthDate() {
        return dice.pick(rounds).date().plusDays(dice.between(-1, 1)).minusYears(dice.between(17, 62));
    }

    private LocalDate dayAround() {
        return firstDay.plusDays(dice.between(-1, 4));
    }

    private HeldSkill held(String skill) {
        var from = dice.maybe(4, this::dayAround);
        var until = dice.maybe(4, () -> (from == null ? firstDay : from).plusDays(dice.upTo(3)));
        return new HeldSkill(skill, from, until);
    }

    private Availability availability() {
        var start = dayAround().atTime(LocalTime.of(dice.pick(List.of(0, 7, 15, 22)), dice.pick(List.of(0, 0, 30))));
        var end = existing(start.plusMinutes(dice.pick(List.of(1, 60, 480, 1440))));
        return new Availability(
                start,
                end,
                dice.pick(List.of(Availability.Kind.values())),
                dice.oneIn(3) ? Set.copyOf(dice.some(KINDS)) : Set.of(),
                dice.upTo(4));
    }

    private DutyRules dutyRules(int i) {
        var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
        for (var rule : EnumSet.allOf(DutyRule.class)) {
            if (dice.oneIn(3)) {
                var limit = limit(rule);
                limits.put(rule, dice.oneIn(2) ? limit : limit.preferred(dice.upTo(5)));
            }
        }
        return new DutyRules(
                "rules" + i,
                dice.pick(List.of(0, 30, 60, 480, 660)),
                dice.maybe(2, () -> dice.pick(List.of(240, 480, 600, 900))),
                limits);
    }

    private DutyLimit limit(DutyRule rule) {
        return switch (rule) {
            case MIN_DUTIES, MAX_WEEKENDS -> DutyLimit.of(dice.upTo(1));
            case MAX_CONSECUTIVE_DAYS -> DutyLimit.of(dice.between(1, 2));
            case MAX_DUTIES, MIN_CONSECUTIVE_DAYS, MAX_CONSECUTIVE_DAYS_OFF, MIN_CONSECUTIVE_DAYS_OFF ->
                DutyLimit.of(dice.between(1, 3));
            case MIN_MINUTES -> DutyLimit.of(dice.pick(List.of(0, 60, 300, 481, 900)));
            case MAX_MINUTES -> DutyLimit.of(dice.pick(List.of(240, 479, 480, 960, 1500)));
            case MAX_PER_KIND -> DutyLimit.perKind(Map.of("late", dice.upTo(2), "night", dice.upTo(1)));
            case FORBIDDEN_SUCCESSIONS -> DutyLimit.successions(dice.some(ALL_SUCCESSIONS));
            case MAX_TRAVEL -> DutyLimit.of(dice.pick(List.of(0, 20, 45)));
        };
    }

    private Travel travel(List<Cadre> cadres) {
        return switch (dice.upTo(2)) {
            case 0 -> Travel.ByDistance.DEFAULT;
            case 1 -> new Travel.ByDistance(dice.between(4, 40), 1 + dice.upTo(10) / 10.0);
            default -> tableOf(cadres);
        };
    }

    /** Some cadres are missing altogether, others for some sites. */
    private Travel tableOf(List<Cadre> cadres) {
        var minutes = new HashMap<String, Map<String, Integer>>();
        for (var cadre : cadres) {
            var bySite = new HashMap<String, Integer>();
            for (var site : sites) {
                if (!dice.oneIn(4)) {
                    bySite.put(site.id(), dice.upTo(90));
                }
            }
            if (!dice.oneIn(4)) {
                minutes.put(cadre.id(), bySite);
            }
        }
        return new Travel.Table(minutes);
    }

    private Weights weights() {
        var overrides = new EnumMap<Rule, Integer>(Rule.class);
        for (var goal : Rule.goals()) {
            if (dice.oneIn(5)) {
                overrides.put(goal, dice.pick(List.of(0, 1, 7, 1000)));
            }
        }
        return new Weights(overrides);
    }

    /** Pins only what the pinned ones before leave room for. */
    private Problem withAssignments(Problem problem) {
        var pairs = new HashMap<List<String>, StandingAssignment>();
        var standing = new ArrayList<StandingAssignment>();
        int tries = dice.upTo(Math.min(8, size.cadres));
        for (int i = 0; i < tries; i++) {
            var demand = dice.pick(problem.demands()).id();
            var cadre = dice.pick(problem.cadres()).id();
            boolean isPinned = dice.oneIn(2);
            var next = new StandingAssignment(
                    demand, cadre, isPinned, !isPinned || dice.oneIn(2), dice.oneIn(2) ? 1 : dice.upTo(4));
            if (pairs.putIfAbsent(List.of(demand, cadre), next) == null) {
                standing.add(next);
                if (!PinnedAssignments.faultsOf(
                                problem.toBuilder().assignments(standing).build())
                        .isEmpty()) {
                    standing.removeLast();
                }
            }
        }
        return problem.toBuilder().assignments(standing).build();
    }

    private <T> List<T> several(int least, int most, IntFunction<T> item) {
        return IntStream.range(0, dice.between(least, most)).mapToObj(item).toList();
    }
}
