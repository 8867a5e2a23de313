package org.muster.demo;

import static org.muster.problem.Site.Admits.ANYONE;
import static org.muster.problem.Site.Admits.RESIDENTS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.HeldSkill;
import org.muster.problem.Location;
import org.muster.problem.Post;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Skill;
import org.muster.problem.WorkUnit;

/**
 * A compound that is sealed overnight, added to the problem of an ordinary district.
 *
 * <p>Who lives in its building of 19 floors is confined to the building and may be captain of the own floor only; who
 * lives elsewhere in the compound is confined to the compound. Some of them are cadres of the district's units who report
 * where they live (双报到), the others are volunteers of the compound's own unit. At the gate the community blows the
 * whistle (吹哨) for people from outside.
 *
 * <p>At least {@value #SHORTAGE} heads a round cannot be found, whatever the seed, to have something to explain: floor
 * 13 has no volunteer (2 heads); the only captain of floor 17 may serve but one window a day (1), and not three days in
 * a row; of the 5 samplers that the compound needs in the morning only 3 live inside (2).
 */
final class SealedCompound {
    /** Required heads of one round that no cadre can fill. */
    static final int SHORTAGE = 5;

    /** Sites that the compound adds: the compound, its building, its gate. */
    static final int SITES = 3;

    /** Units that the compound adds: that of its volunteers. */
    static final int UNITS = 1;

    static final String COMPOUND = "compound";
    static final String BUILDING = "compound-building-3";
    static final String GATE = "compound-gate";

    private static final String NAME = "晴苑小区";
    private static final int FLOORS = 19;
    private static final int FLOOR_WITHOUT_CAPTAIN = 13;
    private static final int FLOOR_WITH_ONE_CAPTAIN = 17;
    private static final int RESIDENTS_ELSEWHERE = 60;
    private static final int MEDICAL_RESIDENTS = 3;
    private static final String RESIDENT_UNIT = "unit-compound";

    private static final Post CARRIER =
            new Post("parcel-carrier", "物资配送员", Set.of(), Set.of(), Set.of("lifting"), 18, 65);
    private static final Post WHISTLE = new Post("whistle-responder", "吹哨响应员", Set.of(), Set.of(), Set.of(), 18, null);

    private final Problem district;
    private final Days days;
    private final Community community;
    private final Location location;
    private final SeededRandom seededRandom;

    private SealedCompound(DistrictProfile profile, Days days, long seed) {
        this.days = days;
        district = DistrictGenerator.problem(profile, days, seed);
        seededRandom = new SeededRandom(seed, "compound");
        community = seededRandom.pick(district.communities());
        location = Places.of(profile, seed).within(community, seededRandom);
    }

    /** The problem of the district with a sealed compound in one of its communities. */
    static Problem problem(DistrictProfile profile, Days days, long seed) {
        return new SealedCompound(profile, days, seed).make();
    }

    /** People who live in the compound. */
    static int residents() {
        int residents = RESIDENTS_ELSEWHERE;
        for (int floor = 1; floor <= FLOORS; floor++) {
            residents += captainsOn(floor);
        }
        return residents;
    }

    private static int captainsOn(int floor) {
        return switch (floor) {
            case FLOOR_WITHOUT_CAPTAIN -> 0;
            case FLOOR_WITH_ONE_CAPTAIN -> 1;
            default -> 2 + floor % 3;
        };
    }

    private Problem make() {
        var rounds = days.rounds();
        return district.toBuilder()
                .units(with(district.units(), unit()))
                .skills(withAll(district.skills(), floors().map(SealedCompound::floorSkill)))
                .posts(withAll(district.posts(), Stream.concat(Stream.of(CARRIER, WHISTLE), floorPosts())))
                .sites(withAll(district.sites(), sites()))
                .demands(withAll(
                        district.demands(),
                        rounds.stream().map(SealedCompound::demandsOf).flatMap(List::stream)))
                .cadres(withAll(district.cadres(), people()))
                .build();
    }

    private static <T> List<T> with(List<T> items, T last) {
        return withAll(items, Stream.of(last));
    }

    private static <T> List<T> withAll(List<T> items, Stream<T> more) {
        return Stream.concat(items.stream(), more).toList();
    }

    private static Stream<Integer> floors() {
        return Stream.iterate(1, floor -> floor <= FLOORS, floor -> floor + 1);
    }

    private static WorkUnit unit() {
        return new WorkUnit(RESIDENT_UNIT, NAME + "居民志愿者", residents(), null, null, Set.of());
    }

    private static String livesOn(int floor) {
        return "lives-on-floor-%02d".formatted(floor);
    }

    private static Skill floorSkill(int floor) {
        return new Skill(livesOn(floor), "住在%d层".formatted(floor), false);
    }

    private static String captainOf(int floor) {
        return "floor-captain-%02d".formatted(floor);
    }

    private static Stream<Post> floorPosts() {
        return floors().map(floor -> new Post(
                captainOf(floor), "%d层楼层长".formatted(floor), Set.of(), Set.of(livesOn(floor)), Set.of(), 18, null));
    }

    private Stream<Site> sites() {
        return Stream.of(
                new Site(COMPOUND, NAME, Site.Kind.SEALED, community.id(), location, RESIDENTS),
                new Site(BUILDING, NAME + "3号楼", Site.Kind.BUILDING, community.id(), location, RESIDENTS),
                new Site(GATE, NAME + "门口物资交接点", Site.Kind.RESERVE, community.id(), location, ANYONE));
    }

    /** What the compound needs in a round. */
    static List<Demand> demandsOf(Round round) {
        var demands = new ArrayList<Demand>();
        for (var shift : List.of(Shift.EARLY, Shift.LATE)) {
            for (int floor = 1; floor <= FLOORS; floor++) {
                demands.add(demand(round, BUILDING, shift, captainOf(floor), 1, 1, 9));
            }
            demands.add(demand(round, COMPOUND, shift, DemoPost.GUIDE.post().id(), 3, 4, 6));
            demands.add(demand(round, COMPOUND, shift, CARRIER.id(), 4, 6, 8));
            demands.add(demand(round, GATE, shift, WHISTLE.id(), 6, 8, Demand.HIGHEST_PRIORITY));
        }
        demands.add(
                demand(round, COMPOUND, Shift.EARLY, DemoPost.REGISTRAR.post().id(), 3, 3, 7));
        demands.add(demand(round, COMPOUND, Shift.EARLY, DemoPost.SAMPLER.post().id(), 5, 5, 9));
        demands.add(
                demand(round, COMPOUND, Shift.NIGHT, DemoPost.NIGHT_GUARD.post().id(), 2, 2, 8));
        demands.add(demand(round, GATE, Shift.NIGHT, WHISTLE.id(), 4, 5, Demand.HIGHEST_PRIORITY));
        return demands;
    }

    private static Demand demand(Round round, String site, Shift shift, String post, int min, int ideal, int priority) {
        var id = "%s-%s-%s-%s".formatted(site, round.id(), shift.kind(), post);
        return new Demand(id, site, shift.windowIn(round.id()), post, min, ideal, ideal, priority, 1, 1);
    }

    private Stream<Cadre> people() {
        var people = new ArrayList<Cadre>();
        for (int floor = 1; floor <= FLOORS; floor++) {
            for (int i = 0; i < captainsOn(floor); i++) {
                var skills = List.of(new HeldSkill(livesOn(floor), null, null));
                boolean alone = captainsOn(floor) == 1;
                people.add(person(
                        people.size(), null, BUILDING, skills, alone ? DutyRuleSets.CARE : DutyRuleSets.STANDARD));
            }
        }
        for (int i = 0; i < RESIDENTS_ELSEWHERE; i++) {
            var skills = i < MEDICAL_RESIDENTS
                    ? List.of(new HeldSkill(i == 0 ? DemoPost.DOCTOR : DemoPost.NURSE, null, null))
                    : List.<HeldSkill>of();
            var colleague = i < MEDICAL_RESIDENTS || i % 2 == 0 ? null : seededRandom.pick(district.cadres());
            people.add(person(people.size(), colleague, COMPOUND, skills, DutyRuleSets.STANDARD));
        }
        return people.stream();
    }

    /** A resident; without a colleague a volunteer, with one a cadre of the same unit who reports at home. */
    private Cadre person(int number, @Nullable Cadre colleague, String site, List<HeldSkill> skills, String dutyRules) {
        return Cadre.of(
                        "resident-%03d".formatted(number + 1),
                        colleague == null ? RESIDENT_UNIT : colleague.unit(),
                        colleague == null ? Cadre.Level.RESIDENT : colleague.level(),
                        community.id(),
                        location)
                .name(PersonNames.any(seededRandom))
                .birthDate(Days.FIRST.minusDays(seededRandom.between(20 * 365, 64 * 365)))
                .skills(skills)
                .confinedTo(site)
                .roundsServed(seededRandom.pickByShare(DemographicShares.BY_ROUNDS_SERVED))
                .dutyRules(dutyRules)
                .build();
    }
}
