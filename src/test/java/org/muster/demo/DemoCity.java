package org.muster.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muster.demo.DistrictProfile.Box;
import org.muster.demo.DistrictProfile.SiteCounts;
import org.muster.demo.DistrictProfile.Staffing;
import org.muster.parts.IdPrefixing;
import org.muster.parts.PartRequest;
import org.muster.problem.Cadre;
import org.muster.problem.Problem;
import org.muster.problem.WorkUnit;

/**
 * A city whose districts are planned in one request: the sixteen of Beijing, each sized like Dongcheng on 3 May 2022.
 *
 * <p>The names of the districts are real, and those of subdistricts and communities where {@link BeijingNames} knows
 * them; everything else is made up. A reserve of the city may be lent to several districts.
 */
public final class DemoCity {
    /** The most districts there are. */
    public static final int DISTRICTS = 16;

    /** Identifier of the unit whose cadres several districts list. */
    public static final String RESERVE = "city-reserve";

    private static final int DISTRICTS_OF_A_RESERVIST = 3;
    private static final BigDecimal RESERVE_CEILING = new BigDecimal("0.60");
    private static final int MINUTES_OF_A_ROUND = 240;
    private static final int PERCENT = 100;

    /** Identifier, name and roughly the place of each district. */
    private record Outline(String id, String nameZh, Box box) {}

    private static final List<Outline> OUTLINES = List.of(
            new Outline("dongcheng", "东城区", new Box(39.862, 39.968, 116.375, 116.443)),
            new Outline("xicheng", "西城区", new Box(39.865, 39.972, 116.327, 116.397)),
            new Outline("chaoyang", "朝阳区", new Box(39.825, 40.095, 116.350, 116.635)),
            new Outline("fengtai", "丰台区", new Box(39.765, 39.900, 116.065, 116.465)),
            new Outline("shijingshan", "石景山区", new Box(39.885, 39.985, 116.105, 116.235)),
            new Outline("haidian", "海淀区", new Box(39.893, 40.160, 116.050, 116.390)),
            new Outline("mentougou", "门头沟区", new Box(39.850, 40.050, 115.900, 116.150)),
            new Outline("fangshan", "房山区", new Box(39.600, 39.800, 115.900, 116.230)),
            new Outline("tongzhou", "通州区", new Box(39.605, 40.025, 116.525, 116.940)),
            new Outline("shunyi", "顺义区", new Box(40.020, 40.270, 116.500, 116.900)),
            new Outline("changping", "昌平区", new Box(40.050, 40.300, 116.100, 116.480)),
            new Outline("daxing", "大兴区", new Box(39.550, 39.820, 116.250, 116.600)),
            new Outline("huairou", "怀柔区", new Box(40.270, 40.450, 116.550, 116.750)),
            new Outline("pinggu", "平谷区", new Box(40.050, 40.250, 116.980, 117.250)),
            new Outline("miyun", "密云区", new Box(40.300, 40.500, 116.750, 117.000)),
            new Outline("yanqing", "延庆区", new Box(40.400, 40.550, 115.880, 116.150)));

    private DemoCity() {}

    /**
     * Makes the parts of a request. The same arguments make equal parts.
     *
     * @param districts how many, 1 to {@link #DISTRICTS}
     * @param rounds on successive days, 1 to {@link DemoDistrict#MOST_ROUNDS}
     * @param percent the size of each, 10 to 100 percent of Dongcheng
     * @param reservists people of {@link #RESERVE}, each listed by three districts where there are as many; 0 for no such
     *     unit
     * @throws IllegalArgumentException when one of them is out of range
     */
    public static List<PartRequest> parts(int districts, int rounds, int percent, int reservists, long seed) {
        checkRange("districts", districts, 1, DISTRICTS);
        checkRange("rounds", rounds, 1, DemoDistrict.MOST_ROUNDS);
        checkRange("percent", percent, PERCENT / 10, PERCENT);
        checkRange("reservists", reservists, 0, 100_000);
        var problems = new ArrayList<Problem>();
        for (int district = 0; district < districts; district++) {
            problems.add(DistrictGenerator.problem(
                    profile(OUTLINES.get(district), percent), new Days(rounds), seed * DISTRICTS + district));
        }
        if (reservists > 0) {
            addReserve(problems, reservists, seed);
        }
        var parts = new ArrayList<PartRequest>();
        for (int district = 0; district < districts; district++) {
            parts.add(new PartRequest(
                    OUTLINES.get(district).id(), "/parts/%d/problem".formatted(district), problems.get(district)));
        }
        return IdPrefixing.made(parts, Set.of(RESERVE));
    }

    private static void checkRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "A demo city has %d to %d %s, not %d.".formatted(least, most, name, value));
        }
    }

    private static DistrictProfile profile(Outline outline, int percent) {
        return new DistrictProfile(
                outline.id(),
                outline.nameZh(),
                outline.box(),
                2_231 * percent / PERCENT,
                60,
                new SiteCounts(
                        Math.max(1, 14 * percent / PERCENT),
                        50 * percent / PERCENT,
                        20 * percent / PERCENT,
                        2 * percent / PERCENT,
                        2 * percent / PERCENT,
                        2 * percent / PERCENT),
                1_500 * percent / PERCENT,
                Staffing.PARTLY_LISTED);
    }

    private static void addReserve(List<Problem> problems, int reservists, long seed) {
        var seededRandom = new SeededRandom(seed, "reserve");
        var listed = new ArrayList<List<Cadre>>();
        problems.forEach(_ -> listed.add(new ArrayList<>()));
        for (int i = 1; i <= reservists; i++) {
            int first = seededRandom.between(0, problems.size() - 1);
            var home = seededRandom.pick(problems.get(first).communities());
            var name = PersonNames.any(seededRandom);
            int rounds = seededRandom.between(0, 3);
            for (int next = 0; next < Math.min(DISTRICTS_OF_A_RESERVIST, problems.size()); next++) {
                int district = (first + next) % problems.size();
                listed.get(district)
                        .add(Cadre.of(
                                        "reserve-%04d".formatted(i),
                                        RESERVE,
                                        Cadre.Level.CITY,
                                        problems.get(district)
                                                .communities()
                                                .getFirst()
                                                .id(),
                                        home.location())
                                .name(name)
                                .roundsServed(rounds)
                                .minutesServed(rounds * MINUTES_OF_A_ROUND)
                                .dutyRules(DutyRuleSets.STANDARD)
                                .build());
            }
        }
        var unit = new WorkUnit(RESERVE, "市级支援队", reservists, null, RESERVE_CEILING, Set.of());
        for (int district = 0; district < problems.size(); district++) {
            var problem = problems.get(district);
            var units = new ArrayList<>(problem.units());
            units.add(unit);
            var cadres = new ArrayList<>(problem.cadres());
            cadres.addAll(listed.get(district));
            problems.set(
                    district, problem.toBuilder().units(units).cadres(cadres).build());
        }
    }
}
