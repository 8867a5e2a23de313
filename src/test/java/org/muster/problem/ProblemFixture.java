package org.muster.problem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * A small district, written as text, and who serves in it.
 *
 * <pre>{@code
 * var district = new ProblemFixture()
 *         .demand("gate MON 07-15", 1, 2, 3)
 *         .demand("gate MON 22-06 sampler")
 *         .cadre("yang")
 *         .cadre("li bank north", li -> li.minutesServed(480))
 *         .serves("yang", "gate MON 07-15");
 * Referee.evaluate(district.problem(), district.schedule());
 * }</pre>
 *
 * <p>A demand is {@code "site day hours [post]"}; a window is {@code "day hours"}; a cadre is {@code "id [unit
 * [community]]"}; a site is {@code "id [community]"}. A day is {@code MON} to {@code SUN} of the week of 2 May 2022, or
 * an ISO date; hours are {@code 07-15} or {@code 07:30-15}, and end on the next day when they do not end after their
 * start. Identifiers are the same text with hyphens, see {@link #id}.
 *
 * <p>What is named without being declared is as harmless as can be: nothing is asked, nothing is limited, no weight is
 * changed, and everybody lives and serves at one point, so that nobody travels.
 */
public final class ProblemFixture {
    public static final LocalDate MONDAY = LocalDate.of(2022, 5, 2);
    public static final Location CENTRE = new Location(39.93, 116.42);

    private static final String DEFAULT_COMMUNITY = "centre";
    private static final String DEFAULT_UNIT = "bureau";
    private static final String DEFAULT_POST = "guide";

    private final Map<String, Community> communities = new LinkedHashMap<>();
    private final Map<String, WorkUnit> units = new LinkedHashMap<>();
    private final Map<String, Skill> skills = new LinkedHashMap<>();
    private final Map<String, Post> posts = new LinkedHashMap<>();
    private final Map<String, Site> sites = new LinkedHashMap<>();
    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Map<String, Demand> demands = new LinkedHashMap<>();
    private final Map<String, Cadre> cadres = new LinkedHashMap<>();
    private final Map<String, DutyRules> dutyRules = new LinkedHashMap<>();
    private final List<StandingAssignment> standing = new ArrayList<>();
    private final Map<Rule, Integer> weights = new EnumMap<>(Rule.class);
    private final List<Assignment> served = new ArrayList<>();
    private ZoneId timeZone = Problem.DEFAULT_TIME_ZONE;
    private Travel travel = Travel.ByDistance.DEFAULT;
    private @Nullable Horizon horizon;

    /** The identifier that a text becomes: {@code "gate MON 07:30-15"} is {@code "gate-MON-07.30-15"}. */
    public static String id(String text) {
        return text.replace(' ', '-').replace(':', '.');
    }

    /** The date of a day. */
    public static LocalDate date(String day) {
        for (int i = 0; i < 7; i++) {
            var date = MONDAY.plusDays(i);
            if (date.getDayOfWeek().name().startsWith(day.toUpperCase(Locale.ROOT))) {
                return date;
            }
        }
        return LocalDate.parse(day);
    }

    /** A time in which a cadre cannot, would rather not, or would rather serve: {@code "MON 07-15"}. */
    public static Availability availability(Availability.Kind kind, String dayAndHours) {
        return new Availability(start(dayAndHours), end(dayAndHours), kind, Set.of(), 1);
    }

    /** A post that asks for nothing; see {@link #post(Post)} for those that do. */
    public static Post plainPost(String id) {
        return new Post(id, id, Set.of(), Set.of(), Set.of(), null, null);
    }

    public ProblemFixture timeZone(String zone) {
        timeZone = ZoneId.of(zone);
        return this;
    }

    public ProblemFixture horizon(String fromDay, String toDay) {
        horizon = new Horizon(date(fromDay), date(toDay));
        return this;
    }

    /** A community that is all of its subdistrict, which has the same name. */
    public ProblemFixture community(String id, Location location) {
        communities.put(id, new Community(id, id, id, location));
        return this;
    }

    /** A unit of which at most {@code maxAway} cadres may serve on one date. */
    public ProblemFixture unit(String id, int maxAway) {
        units.put(id, new WorkUnit(id, id, maxAway, maxAway, null, Set.of()));
        return this;
    }

    /** A unit of which at most a share of its staff may serve on one date. */
    public ProblemFixture unit(String id, int staff, String maxAwayShare) {
        units.put(id, new WorkUnit(id, id, staff, null, new BigDecimal(maxAwayShare), Set.of()));
        return this;
    }

    /** A unit without a ceiling that is paired with some subdistricts. */
    public ProblemFixture pairedUnit(String id, String... subdistricts) {
        units.put(id, new WorkUnit(id, id, 0, null, null, Set.of(subdistricts)));
        return this;
    }

    public ProblemFixture skill(String id) {
        skills.put(id, new Skill(id, id, false));
        return this;
    }

    public ProblemFixture scarceSkill(String id) {
        skills.put(id, new Skill(id, id, true));
        return this;
    }

    public ProblemFixture post(Post post) {
        posts.put(post.id(), post);
        post.skillsAnyOf().forEach(this::mention);
        post.skillsAllOf().forEach(this::mention);
        return this;
    }

    /** A post for which holding one of the skills suffices. */
    public ProblemFixture postAnyOf(String id, String... anyOf) {
        return post(new Post(id, id, Set.of(anyOf), Set.of(), Set.of(), null, null));
    }

    /** A post for which all the skills are needed. */
    public ProblemFixture postAllOf(String id, String... allOf) {
        return post(new Post(id, id, Set.of(), Set.of(allOf), Set.of(), null, null));
    }

    /** {@code "id [community]"}: a site that admits anyone. */
    public ProblemFixture site(String text) {
        return site(text, Site.Kind.SCREENING, Site.Admits.ANYONE);
    }

    /** {@code "id [community]"}: a site where only those serve who are confined to it. */
    public ProblemFixture sealedSite(String text) {
        return site(text, Site.Kind.SEALED, Site.Admits.RESIDENTS);
    }

    private ProblemFixture site(String text, Site.Kind kind, Site.Admits admits) {
        var words = words(text);
        var community = mentionCommunity(words.size() > 1 ? words.get(1) : DEFAULT_COMMUNITY);
        sites.put(
                words.getFirst(),
                new Site(words.getFirst(), words.getFirst(), kind, community.id(), community.location(), admits));
        return this;
    }

    /** {@code "day hours"}: a window without a kind, in a round of its start date. */
    public ProblemFixture window(String text) {
        return window(text, null);
    }

    /** {@code "day hours"}: a window of a kind, in a round of its start date. */
    public ProblemFixture window(String text, @Nullable String kind) {
        return window(text, kind, words(text).getFirst());
    }

    /** {@code "day hours"}: a window of a kind, in the round of a day. */
    public ProblemFixture window(String text, @Nullable String kind, String roundDay) {
        var roundDate = date(roundDay);
        var round = rounds.computeIfAbsent("round-" + roundDate, id -> new Round(id, id, roundDate));
        windows.put(id(text), new Window(id(text), round.id(), start(text), end(text), kind));
        return this;
    }

    /** {@code "site day hours [post]"}: exactly one head. */
    public ProblemFixture demand(String text) {
        return demand(text, 1, 1, 1);
    }

    /** {@code "site day hours [post]"}: heads at priority 1, with cover weights of 1. */
    public ProblemFixture demand(String text, int min, int ideal, int max) {
        return demand(text, min, ideal, max, 1, 1, 1);
    }

    /** {@code "site day hours [post]"}: heads, priority and cover weights. */
    public ProblemFixture demand(
            String text, int min, int ideal, int max, int priority, int idealWeight, int overWeight) {
        var words = words(text);
        var site = words.getFirst();
        var window = words.get(1) + " " + words.get(2);
        var post = words.size() > 3 ? words.get(3) : DEFAULT_POST;
        if (!sites.containsKey(site)) {
            site(site);
        }
        if (!windows.containsKey(id(window))) {
            window(window);
        }
        posts.computeIfAbsent(post, ProblemFixture::plainPost);
        demands.put(
                id(text),
                new Demand(id(text), site, id(window), post, min, ideal, max, priority, idealWeight, overWeight));
        return this;
    }

    /** {@code "id [unit [community]]"}: a cadre of whom nothing more is known. */
    public ProblemFixture cadre(String text) {
        return cadre(text, UnaryOperator.identity());
    }

    /** {@code "id [unit [community]]"}: a cadre of a level. */
    public ProblemFixture cadre(String text, Cadre.Level level) {
        return cadre(text, level, UnaryOperator.identity());
    }

    /** {@code "id [unit [community]]"}: a cadre of whom more is known. */
    public ProblemFixture cadre(String text, UnaryOperator<Cadre.Builder> known) {
        return cadre(text, Cadre.Level.DISTRICT, known);
    }

    private ProblemFixture cadre(String text, Cadre.Level level, UnaryOperator<Cadre.Builder> known) {
        var words = words(text);
        var unit = words.size() > 1 ? words.get(1) : DEFAULT_UNIT;
        var home = mentionCommunity(words.size() > 2 ? words.get(2) : DEFAULT_COMMUNITY);
        units.computeIfAbsent(unit, id -> new WorkUnit(id, id, 0, null, null, Set.of()));
        var cadre = known.apply(Cadre.of(words.getFirst(), unit, level, home.id(), home.location()))
                .build();
        cadre.skills().forEach(held -> mention(held.skill()));
        cadres.put(cadre.id(), cadre);
        return this;
    }

    /** A set of duty rules with a rest between duties, in minutes. */
    public ProblemFixture dutyRules(String id, int minRest) {
        return dutyRules(new DutyRules(id, minRest, null, Map.of()));
    }

    /** A set of duty rules with a limit of duty minutes a day, and no rest between duties. */
    public ProblemFixture dayLimit(String id, int maxMinutesPerDay) {
        return dutyRules(new DutyRules(id, 0, maxMinutesPerDay, Map.of()));
    }

    /** A set of duty rules with one limit, and no rest between duties. */
    public ProblemFixture dutyRules(String id, DutyRule rule, DutyLimit limit) {
        return dutyRules(new DutyRules(id, 0, null, Map.of(rule, limit)));
    }

    public ProblemFixture dutyRules(DutyRules rules) {
        dutyRules.put(rules.id(), rules);
        return this;
    }

    /** The cadre must serve on the demands in every schedule; serving there still has to be said. */
    public ProblemFixture pinned(String cadre, String... demandTexts) {
        for (var demand : demandTexts) {
            standing.add(new StandingAssignment(id(demand), cadre, true, false));
        }
        return this;
    }

    /** The cadre was told to serve on the demands; serving there still has to be said. */
    public ProblemFixture published(String cadre, String... demandTexts) {
        for (var demand : demandTexts) {
            standing.add(new StandingAssignment(id(demand), cadre, false, true));
        }
        return this;
    }

    /** The same; taking it back weighs more or less than usual. */
    public ProblemFixture published(String cadre, int disruptionWeight, String demandText) {
        standing.add(new StandingAssignment(id(demandText), cadre, false, true, disruptionWeight));
        return this;
    }

    public ProblemFixture weight(Rule goal, int weight) {
        weights.put(goal, weight);
        return this;
    }

    public ProblemFixture travel(Travel value) {
        travel = value;
        return this;
    }

    /** Puts a cadre on the demands in the schedule; twice means two heads. */
    public ProblemFixture serves(String cadre, String... demandTexts) {
        for (var demand : demandTexts) {
            served.add(new Assignment(id(demand), cadre, false));
        }
        return this;
    }

    /** The problem as far as it was written. */
    public Problem problem() {
        return Problem.builder()
                .timeZone(timeZone)
                .horizon(horizon)
                .communities(List.copyOf(communities.values()))
                .units(List.copyOf(units.values()))
                .skills(List.copyOf(skills.values()))
                .posts(List.copyOf(posts.values()))
                .sites(List.copyOf(sites.values()))
                .rounds(List.copyOf(rounds.values()))
                .windows(List.copyOf(windows.values()))
                .demands(List.copyOf(demands.values()))
                .cadres(List.copyOf(cadres.values()))
                .dutyRules(List.copyOf(dutyRules.values()))
                .assignments(standing)
                .travel(travel)
                .weights(new Weights(weights))
                .build();
    }

    /** Who serves where, as far as it was written. */
    public Schedule schedule() {
        return new Schedule(served);
    }

    private void mention(String skill) {
        skills.computeIfAbsent(skill, id -> new Skill(id, id, false));
    }

    private Community mentionCommunity(String id) {
        return communities.computeIfAbsent(id, name -> new Community(name, name, name, CENTRE));
    }

    private static LocalDateTime start(String dayAndHours) {
        var words = words(dayAndHours);
        return date(words.getFirst()).atTime(time(hours(words.get(1)).getFirst()));
    }

    private static LocalDateTime end(String dayAndHours) {
        var words = words(dayAndHours);
        var start = start(dayAndHours);
        var end = start.toLocalDate().atTime(time(hours(words.get(1)).getLast()));
        return end.isAfter(start) ? end : end.plusDays(1);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static List<String> hours(String startAndEnd) {
        return List.of(startAndEnd.split("-", -1));
    }

    private static LocalTime time(String hours) {
        return LocalTime.parse(hours.contains(":") ? hours : hours + ":00");
    }
}
