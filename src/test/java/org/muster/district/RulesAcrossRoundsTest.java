package org.muster.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muster.district.history.PublishedDuty;
import org.muster.district.history.UsedUp;
import org.muster.district.rounds.History;
import org.muster.district.rounds.RoundProblem;
import org.muster.evaluation.Evaluation;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Travel;
import org.muster.problem.Window;
import org.muster.problem.WorkUnit;
import org.muster.problem.rules.DutyLimit;
import org.muster.problem.rules.DutyRule;
import org.muster.problem.rules.DutyRules;
import org.muster.problem.rules.Weights;
import org.muster.schedule.Assignment;
import org.muster.schedule.Schedule;

/**
 * Whatever was published of other rounds: a schedule that keeps the rules of a problem made by {@link RoundProblem} keeps
 * them together with what was published, too. The referee counts both.
 */
class RulesAcrossRoundsTest {

    private static final long FIRST_SEED = 20_220_503;
    private static final int DISTRICTS = 300;
    private static final int TRIES = 60;
    private static final Location HERE = new Location(52.5, 13.4);
    private static final List<String> SITES = List.of("gate", "tower");
    private static final List<String> CADRES = List.of("yang", "li", "wang", "zhao");

    /** A random district with two rounds a day, some of them published. */
    private static final class RandomDistrict {
        private final Random random;
        private final LocalDate first;
        private final ZoneId zone;
        private final List<Round> rounds = new ArrayList<>();
        private final List<Window> windows = new ArrayList<>();
        private final List<Demand> demands = new ArrayList<>();
        private final List<DutyRules> dutyRules;
        private final List<WorkUnit> units;
        private final List<Cadre> cadres;

        RandomDistrict(long seed) {
            random = new Random(seed);
            boolean isBerlin = random.nextBoolean();
            zone = ZoneId.of(isBerlin ? "Europe/Berlin" : "Asia/Shanghai");
            // Two weekends each; in Berlin the clock changes on 27 March and on 30 October.
            first = random.nextBoolean() ? LocalDate.of(2022, 3, 26) : LocalDate.of(2022, 10, 29);
            for (int day = 0; day < 8; day++) {
                addDay(first.plusDays(day));
            }
            dutyRules = List.of(rules("office"), rules("volunteer"));
            units = List.of(unit("bank"), unit("bureau"));
            cadres = CADRES.stream().map(this::cadre).toList();
        }

        /** Two rounds of a date, each with some of its windows. */
        private void addDay(LocalDate date) {
            var ofDate = List.of(new Round(date + " a", "a", date), new Round(date + " b", "b", date));
            rounds.addAll(ofDate);
            addWindow(ofDate, "dawn", date.atTime(1, 45), date.atTime(5, 30));
            addWindow(ofDate, "early", date.atTime(7, 0), date.atTime(12, 0));
            addWindow(ofDate, "late", date.atTime(14, 0), date.atTime(19, 0));
            addWindow(ofDate, "night", date.atTime(20, 30), date.plusDays(1).atTime(1, 30));
        }

        private void addWindow(List<Round> ofDate, String kind, LocalDateTime start, LocalDateTime end) {
            var sites = SITES.stream().filter(site -> random.nextInt(3) > 0).toList();
            if (sites.isEmpty()) {
                return;
            }
            var round = ofDate.get(random.nextInt(2));
            var window = new Window(round.id() + " " + kind, round.id(), start, end, kind);
            windows.add(window);
            for (var site : sites) {
                demands.add(new Demand(window.id() + " " + site, site, window.id(), "guide", 0, 2, 2, 5, 1, 1));
            }
        }

        private DutyRules rules(String id) {
            var limits = new EnumMap<DutyRule, DutyLimit>(DutyRule.class);
            limit(limits, DutyRule.MAX_DUTIES, DutyLimit.of(1 + random.nextInt(4)));
            limit(limits, DutyRule.MAX_MINUTES, DutyLimit.of(300 * (1 + random.nextInt(4))));
            limit(limits, DutyRule.MAX_WEEKENDS, DutyLimit.of(random.nextInt(2)));
            limit(limits, DutyRule.MAX_PER_KIND, DutyLimit.perKind(Map.of("night", random.nextInt(3), "late", 2)));
            limit(limits, DutyRule.MAX_CONSECUTIVE_DAYS, DutyLimit.of(1 + random.nextInt(3)));
            limit(limits, DutyRule.MIN_CONSECUTIVE_DAYS_OFF, DutyLimit.of(1 + random.nextInt(2)));
            limit(
                    limits,
                    DutyRule.FORBIDDEN_SUCCESSIONS,
                    DutyLimit.successions(List.of(
                            new DutyLimit.Succession("night", "early"), new DutyLimit.Succession("late", "late"))));
            var day = random.nextBoolean() ? null : Integer.valueOf(300 * (1 + random.nextInt(3)));
            return new DutyRules(id, List.of(0, 30, 300, 690, 720).get(random.nextInt(5)), day, limits);
        }

        private void limit(Map<DutyRule, DutyLimit> limits, DutyRule rule, DutyLimit limit) {
            if (random.nextInt(3) == 0) {
                limits.put(rule, random.nextInt(6) == 0 ? limit.preferred(3) : limit);
            }
        }

        private WorkUnit unit(String id) {
            return new WorkUnit(id, id, 10, random.nextBoolean() ? null : 1 + random.nextInt(2), null, Set.of());
        }

        private Cadre cadre(String id) {
            return Cadre.of(id, random.nextBoolean() ? "bank" : "bureau", Cadre.Level.DISTRICT, "north", HERE)
                    .dutyRules(List.of("office", "volunteer").get(random.nextInt(2)))
                    .build();
        }

        /** All rounds as one problem. */
        Problem together() {
            return Problem.builder()
                    .timeZone(zone)
                    .communities(List.of(new Community("north", "north", "old town", HERE)))
                    .units(units)
                    .posts(List.of(new Post("guide", "guide", Set.of(), Set.of(), Set.of(), null, null)))
                    .sites(SITES.stream().map(RandomDistrict::site).toList())
                    .rounds(rounds)
                    .windows(windows)
                    .demands(demands)
                    .cadres(cadres)
                    .dutyRules(dutyRules)
                    .build();
        }

        private static Site site(String id) {
            return new Site(id, id, Site.Kind.SCREENING, "north", HERE, Site.Admits.ANYONE);
        }

        Set<String> someRounds() {
            var all = new ArrayList<>(
                    windows.stream().map(Window::round).distinct().toList());
            Collections.shuffle(all, random);
            return new HashSet<>(all.subList(0, 1 + random.nextInt(Math.min(4, all.size()))));
        }

        Set<String> otherRounds(Set<String> planned) {
            var others = windows.stream().map(Window::round).collect(Collectors.toSet());
            others.removeAll(planned);
            return others;
        }

        /** The problem of some rounds, given what was published. */
        Problem apart(Set<String> planned, List<Assignment> published) {
            var district = new District("d", "d", zone, Travel.ByDistance.DEFAULT, Weights.DEFAULT, 30, null);
            Map<DistrictList, List<Item>> items = new EnumMap<>(DistrictList.class);
            items.put(DistrictList.COMMUNITIES, items(together().communities()));
            items.put(DistrictList.UNITS, items(units));
            items.put(DistrictList.POSTS, items(together().posts()));
            items.put(
                    DistrictList.SITES,
                    items(SITES.stream()
                            .map(site -> new StoredSite(site(site), null))
                            .toList()));
            items.put(DistrictList.ROUNDS, items(rounds));
            items.put(DistrictList.WINDOWS, items(windows));
            items.put(DistrictList.DEMANDS, items(demands));
            items.put(DistrictList.DUTY_RULES, items(dutyRules));
            items.put(
                    DistrictList.CADRES,
                    items(cadres.stream()
                            .map(cadre -> new StoredCadre(cadre, null, List.of(), List.of()))
                            .toList()));
            var duties = published.stream().map(this::published).toList();
            var data = new DistrictData(district, items);
            var near = duties.stream()
                    .filter(duty -> isNear(duty, planned, RoundProblem.nearDays(data)))
                    .toList();
            return new RoundProblem(data, planned, new History(Map.of(), usedUp(duties), near), Weights.DEFAULT).make();
        }

        private boolean isNear(PublishedDuty duty, Set<String> planned, int days) {
            var ofRounds = windows.stream()
                    .filter(window -> planned.contains(window.round()))
                    .toList();
            return !duty.start().isBefore(RoundProblem.startOf(ofRounds).minusDays(days))
                    && duty.start().isBefore(RoundProblem.endOf(ofRounds).plusDays(days));
        }

        private static List<Item> items(List<?> values) {
            return values.stream().map(Item::of).toList();
        }

        private PublishedDuty published(Assignment assignment) {
            var demand = demands.stream()
                    .filter(each -> each.id().equals(assignment.demand()))
                    .findFirst()
                    .orElseThrow();
            var window = windows.stream()
                    .filter(each -> each.id().equals(demand.window()))
                    .findFirst()
                    .orElseThrow();
            return new PublishedDuty(
                    window.round(),
                    window.date(),
                    demand.id(),
                    demand.site(),
                    assignment.cadre(),
                    window.start(),
                    window.end(),
                    together().minutesOf(window),
                    window.kind());
        }

        private static Map<String, UsedUp> usedUp(List<PublishedDuty> duties) {
            var used = new HashMap<String, UsedUp>();
            for (var duty : duties) {
                var weekends =
                        UsedUp.isInWeekend(duty.day()) ? Set.of(UsedUp.saturdayOf(duty.day())) : Set.<LocalDate>of();
                var kind = duty.kind();
                used.merge(
                        duty.cadre(),
                        new UsedUp(1, duty.minutes(), kind == null ? Map.of() : Map.of(kind, 1), weekends),
                        UsedUp::plus);
            }
            return used;
        }

        /** Duties in some rounds that keep every rule of a problem, found by trying. */
        List<Assignment> someDuties(Problem problem, Set<String> ofRounds) {
            var ofThem = problem.demands().stream()
                    .filter(demand -> windows.stream()
                            .anyMatch(
                                    window -> window.id().equals(demand.window()) && ofRounds.contains(window.round())))
                    .toList();
            var duties = new ArrayList<Assignment>();
            for (int i = 0; i < TRIES; i++) {
                var demand = ofThem.get(random.nextInt(ofThem.size()));
                duties.add(new Assignment(demand.id(), CADRES.get(random.nextInt(CADRES.size())), false));
                if (!evaluation(problem, duties).score().isFeasible()) {
                    duties.removeLast();
                }
            }
            return duties;
        }
    }

    private static Evaluation evaluation(Problem problem, List<Assignment> duties) {
        return Referee.evaluate(problem, new Schedule(duties));
    }

    @Test
    void areKeptByWhateverIsPlannedApart() {
        int planned = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DISTRICTS; seed++) {
            var district = new RandomDistrict(seed);
            var together = district.together();
            var rounds = district.someRounds();
            var others = district.otherRounds(rounds);
            if (others.isEmpty()) {
                continue;
            }
            var published = district.someDuties(together, others);

            var added = district.someDuties(district.apart(rounds, published), rounds);

            planned += added.size();
            var all = new ArrayList<>(published);
            all.addAll(added);
            assertThat(evaluation(together, all).violations())
                    .as("seed %d, rounds %s, published %s, added %s", seed, rounds, published, added)
                    .isEmpty();
        }
        assertThat(planned).as("duties that could be planned").isGreaterThan(DISTRICTS);
    }
}
