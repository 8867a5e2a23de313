package org.muster.formats.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.muster.problem.Availability;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Horizon;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.StandingAssignment;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Rule;
import org.muster.problem.rules.Weights;

/** Problems to write and read. */
public final class SampleProblem {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 3);
    private static final Location SOMEWHERE = new Location(39.9289, 116.4166);

    private SampleProblem() {}

    /** A small problem in which every field of every item says something. */
    static Problem complete() {
        return Problem.builder()
                .timeZone(ZoneId.of("Europe/Berlin"))
                .horizon(new Horizon(DAY, DAY.plusDays(6)))
                .communities(List.of(new Community("北新桥-1", "北新桥社区 🏮", "北新桥街道", SOMEWHERE)))
                .units(List.of(
                        new WorkUnit("财政局", "区财政局", 80, 12, null, Set.of("北新桥街道")),
                        new WorkUnit("U2", "U2", 100, null, new BigDecimal("0.290"), Set.of())))
                .skills(List.of(new Skill("nurse", "Nurse", true), new Skill("driver", "driver", false)))
                .posts(List.of(new Post(
                        "sampler",
                        "采样",
                        new LinkedHashSet<>(List.of("nurse", "driver")),
                        Set.of("nurse"),
                        Set.of("heat", "lifting", "night"),
                        18,
                        60)))
                .sites(List.of(
                        new Site("S1", "S1", Site.Kind.SEALED, "北新桥-1", SOMEWHERE, Site.Admits.RESIDENTS),
                        new Site("S2", "东门", Site.Kind.RESERVE, "北新桥-1", SOMEWHERE, Site.Admits.ANYONE)))
                .rounds(List.of(new Round("R1", "First round", DAY)))
                .windows(List.of(
                        new Window("W1", "R1", DAY.atTime(5, 30), DAY.atTime(19, 30), "early"),
                        new Window(
                                "W2", "R1", DAY.atTime(23, 0), DAY.plusDays(1).atTime(7, 0), null)))
                .demands(List.of(
                        new Demand("D1", "S1", "W1", "sampler", 1, 2, 3, 10, 7, 8),
                        new Demand("D2", "S2", "W2", "sampler", 0, 0, 1, 1, 0, 0)))
                .cadres(List.of(everythingKnown(), nothingKnown()))
                .dutyRules(List.of(everyRule(), new DutyRules("lax", 0, null, Map.of())))
                .assignments(List.of(
                        new StandingAssignment("D1", "C1", true, true),
                        new StandingAssignment("D2", "C2", false, true, 3)))
                .travel(new Travel.Table(Map.of("C1", Map.of("S1", 0, "S2", 35), "C2", Map.of())))
                .weights(new Weights(Map.of(Rule.TRAVEL, 0, Rule.PREFERRED_DUTY_RULES, 77)))
                .build();
    }

    private static Cadre everythingKnown() {
        return Cadre.of("C1", "财政局", Cadre.Level.CITY, "北新桥-1", SOMEWHERE)
                .name("李 \"小\" 明")
                .birthDate(LocalDate.of(1984, 2, 29))
                .lastServiceDay(DAY.plusDays(2))
                .skills(List.of(
                        new HeldSkill("nurse", LocalDate.of(2005, 1, 1), LocalDate.of(2010, 12, 31)),
                        new HeldSkill("nurse", LocalDate.of(2020, 1, 1), null)))
                .availability(List.of(
                        new Availability(
                                DAY.atStartOfDay(),
                                DAY.atTime(12, 0),
                                Availability.Kind.UNDESIRED,
                                Set.of("early", "late", "night"),
                                3),
                        new Availability(
                                DAY.atTime(12, 0), DAY.atTime(13, 0), Availability.Kind.UNAVAILABLE, Set.of(), 1)))
                .confinedTo("S1")
                .avoidTags(Set.of("heat", "night"))
                .roundsServed(4)
                .minutesServed(2_400)
                .lastSite("S2")
                .dutyRules("all")
                .build();
    }

    private static Cadre nothingKnown() {
        return Cadre.of("C2", "U2", Cadre.Level.RESIDENT, "北新桥-1", new Location(-0.0, 1e-7))
                .build();
    }

    private static DutyRules everyRule() {
        return new DutyRules(
                "all",
                660,
                840,
                Map.ofEntries(
                        Map.entry(DutyRule.MIN_DUTIES, DutyLimit.of(1)),
                        Map.entry(DutyRule.MAX_DUTIES, DutyLimit.of(5).preferred(20)),
                        Map.entry(DutyRule.MIN_MINUTES, DutyLimit.of(60).preferred(0)),
                        Map.entry(DutyRule.MAX_MINUTES, DutyLimit.of(6_000)),
                        Map.entry(DutyRule.MAX_CONSECUTIVE_DAYS, DutyLimit.of(5)),
                        Map.entry(DutyRule.MIN_CONSECUTIVE_DAYS, DutyLimit.of(2)),
                        Map.entry(DutyRule.MAX_CONSECUTIVE_DAYS_OFF, DutyLimit.of(3)),
                        Map.entry(DutyRule.MIN_CONSECUTIVE_DAYS_OFF, DutyLimit.of(2)),
                        Map.entry(DutyRule.MAX_WEEKENDS, DutyLimit.of(1)),
                        Map.entry(
                                DutyRule.MAX_PER_KIND,
                                DutyLimit.perKind(Map.of("limit", 1, "weight", 2, "early", 3))
                                        .preferred(9)),
                        Map.entry(
                                DutyRule.FORBIDDEN_SUCCESSIONS,
                                DutyLimit.successions(List.of(
                                                new DutyLimit.Succession("night", "early"),
                                                new DutyLimit.Succession("late", "early")))
                                        .preferred(4)),
                        Map.entry(DutyRule.MAX_TRAVEL, DutyLimit.of(90))));
    }

    /** A random problem without faults. */
    public static Problem random(long seed) {
        var random = new Random(seed);
        return district(random.nextInt(1, 60), random.nextInt(1, 12), random.nextInt(1, 20), seed);
    }

    /** A problem without faults, of a given size. */
    public static Problem district(int cadres, int sites, int demands, long seed) {
        var random = new Random(seed);
        var communities = list(5, i -> new Community("com-" + i, "社区" + i, "sub-" + i / 2, near(random)));
        var units = list(7, i -> new WorkUnit("unit-" + i, "单位" + i, 100 + i, null, share(i), Set.of("sub-" + i % 3)));
        var siteList = list(
                sites,
                i -> new Site(
                        "site-" + i,
                        "site-" + i,
                        one(Site.Kind.values(), i),
                        "com-" + i % 5,
                        near(random),
                        Site.Admits.ANYONE));
        var windows = list(4, i -> windowAt(i, DAY.plusDays(i).atTime(7, 30)));
        return Problem.builder()
                .communities(communities)
                .units(units)
                .skills(list(3, i -> new Skill("skill-" + i, "skill-" + i, i == 0)))
                .posts(list(3, i -> new Post("post-" + i, "岗位", Set.of("skill-" + i), Set.of(), Set.of(), null, null)))
                .sites(siteList)
                .rounds(List.of(new Round("round", "round", DAY)))
                .windows(windows)
                .demands(list(demands, i -> demand(i, i % sites, random)))
                .cadres(list(cadres, i -> cadre(i, random)))
                .assignments(standing(Math.min(cadres, demands), random))
                .build();
    }

    private static Window windowAt(int i, LocalDateTime start) {
        return new Window("window-" + i, "round", start, start.plusHours(6), i % 2 == 0 ? "early" : null);
    }

    private static Demand demand(int i, int site, Random random) {
        int min = random.nextInt(4);
        return new Demand(
                "demand-" + i,
                "site-" + site,
                "window-" + i % 4,
                "post-" + i % 3,
                min,
                min + 1,
                min + 2,
                1 + i % 10,
                1,
                1);
    }

    private static Cadre cadre(int i, Random random) {
        var start = DAY.plusDays(random.nextInt(4)).atTime(random.nextInt(24), random.nextInt(60));
        var kind = one(Availability.Kind.values(), i);
        return Cadre.of("cadre-" + i, "unit-" + i % 7, one(Cadre.Level.values(), i), "com-" + i % 5, near(random))
                .name(random.nextBoolean() ? "干部" + i : null)
                .birthDate(LocalDate.of(1960 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)))
                .skills(List.of(new HeldSkill("skill-" + random.nextInt(3), null, null)))
                .availability(List.of(new Availability(start, start.plusHours(9), kind, Set.of(), random.nextInt(9))))
                .roundsServed(random.nextInt(5))
                .minutesServed(random.nextInt(5_000))
                .build();
    }

    private static List<StandingAssignment> standing(int count, Random random) {
        return list(
                count,
                i -> new StandingAssignment(
                        "demand-" + i, "cadre-" + i, random.nextBoolean(), random.nextBoolean(), random.nextInt(3)));
    }

    private static Location near(Random random) {
        return new Location(39.9 + random.nextDouble() / 10, 116.3 + random.nextDouble() / 10);
    }

    private static <T> T one(T[] all, int i) {
        return all[i % all.length];
    }

    private static BigDecimal share(int i) {
        return BigDecimal.valueOf(i, 1);
    }

    private static <T> List<T> list(int size, IntFunction<T> item) {
        return IntStream.range(0, size).mapToObj(item).toList();
    }
}
