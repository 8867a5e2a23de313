package org.muster.demo;

import java.util.List;
import java.util.Optional;
import org.muster.demo.DemoDistrict.Figures;
import org.muster.demo.DemoDistrict.Text;
import org.muster.demo.DistrictProfile.Box;
import org.muster.demo.DistrictProfile.SiteCounts;
import org.muster.demo.DistrictProfile.Staffing;
import org.muster.problem.Demand;

/**
 * The demo districts, with the published figures of Beijing's screening rounds of May 2022.
 *
 * <p>Published: 2,231 city- and district-level cadres in Dongcheng on 3 May; close to 3,000 cadres of 78 work units in
 * Xicheng; 32,648 staff of Haidian's own units and 21,891 cadres deployed there; a building of 19 floors in Chaoyang.
 * Subdistricts and communities by name: see {@link BeijingNames}. Everything else is made up, see {@link DemographicShares}.
 */
public final class DemoDistricts {
    private static final String MADE_UP_ZH = "街道、社区名称真实；人员、单位人数和所有位置均为虚构。";
    private static final String MADE_UP_EN = "Subdistricts and communities have their real names; people, the size of"
            + " units and all positions are made up.";

    private static final DistrictProfile DONGCHENG = new DistrictProfile(
            "dongcheng",
            "东城区",
            new Box(39.862, 39.968, 116.375, 116.443),
            2_231,
            60,
            new SiteCounts(14, 50, 20, 2, 2, 2),
            1_500,
            Staffing.PARTLY_LISTED);

    private static final DistrictProfile XICHENG = new DistrictProfile(
            "xicheng",
            "西城区",
            new Box(39.865, 39.972, 116.327, 116.397),
            3_000,
            78,
            new SiteCounts(21, 81, 30, 2, 3, 3),
            2_000,
            Staffing.PARTLY_LISTED);

    private static final DistrictProfile HAIDIAN = new DistrictProfile(
            "haidian",
            "海淀区",
            new Box(39.893, 40.160, 116.050, 116.390),
            32_648,
            600,
            new SiteCounts(150, 578, 220, 12, 20, 20),
            21_891,
            Staffing.FULLY_LISTED);

    /** The district around the sealed compound. */
    private static final DistrictProfile CHAOYANG = new DistrictProfile(
            "chaoyang",
            "朝阳区",
            new Box(39.825, 40.095, 116.350, 116.635),
            900,
            70,
            new SiteCounts(5, 20, 10, 0, 1, 1),
            560,
            Staffing.PARTLY_LISTED);

    private static final DistrictProfile TONGZHOU = new DistrictProfile(
            "tongzhou",
            "通州区",
            new Box(39.605, 40.025, 116.525, 116.940),
            1_600,
            48,
            new SiteCounts(8, 40, 16, 2, 16, 2),
            1_000,
            Staffing.PARTLY_LISTED);

    private static final List<DemoDistrict> ALL = List.of(
            district(
                    DONGCHENG,
                    new Text("东城区全员核酸检测", "Dongcheng: district-wide screening"),
                    new Text(
                            "2,231 名干部支援 90 个点位，每天 05:30 到岗。" + MADE_UP_ZH,
                            "2,231 cadres for 90 sites, on site from 05:30. " + MADE_UP_EN)),
            district(
                    XICHENG,
                    new Text("西城区全员核酸检测", "Xicheng: district-wide screening"),
                    new Text(
                            "78 个单位的 3,000 名干部下沉社区，单位与街道结对。" + MADE_UP_ZH,
                            "3,000 cadres of 78 work units, each paired with subdistricts. " + MADE_UP_EN)),
            district(
                    HAIDIAN,
                    new Text("海淀区全员核酸检测", "Haidian: district-wide screening"),
                    new Text(
                            "32,648 名干部、1,000 个点位、21,891 个岗位名额：最大规模。" + MADE_UP_ZH,
                            "32,648 cadres, 1,000 sites and 21,891 seats: the largest size. " + MADE_UP_EN)),
            withSealedCompound(
                    CHAOYANG,
                    new Text("朝阳区封控小区", "Chaoyang: a sealed compound"),
                    new Text(
                            "一夜封控：居民只能在小区内服务，19 层楼每层一名楼层长，社区吹哨。每轮至少有 5 个必需名额无人可派。" + MADE_UP_ZH,
                            "Sealed overnight: residents serve inside only, a captain for each of 19 floors, a whistle at"
                                    + " the gate. At least 5 required heads a round cannot be found. "
                                    + MADE_UP_EN)),
            district(
                    TONGZHOU,
                    new Text("通州区检测与送药", "Tongzhou: screening and medicine errands"),
                    new Text(
                            "16 个送药服务站的送药员须会驾驶，另有 66 个检测点位和待命点位。" + MADE_UP_ZH,
                            "Couriers who drive, from 16 errand bases, beside the screening sites. " + MADE_UP_EN)));

    private DemoDistricts() {}

    private static DemoDistrict district(DistrictProfile profile, Text title, Text description) {
        return new DemoDistrict(
                profile.id(),
                title,
                description,
                figures(profile),
                (days, seed) -> DistrictGenerator.problem(profile, days, seed));
    }

    private static DemoDistrict withSealedCompound(DistrictProfile profile, Text title, Text description) {
        var around = figures(profile);
        var demands = SealedCompound.demandsOf(new Days(1).rounds().getFirst());
        var figures = new Figures(
                around.cadres() + SealedCompound.residents(),
                around.units() + SealedCompound.UNITS,
                around.subdistricts(),
                around.communities(),
                around.sites() + SealedCompound.SITES,
                around.demands() + demands.size(),
                around.seats() + demands.stream().mapToInt(Demand::max).sum());
        return new DemoDistrict(
                profile.id() + "-sealed",
                title,
                description,
                figures,
                (days, seed) -> SealedCompound.problem(profile, days, seed));
    }

    private static Figures figures(DistrictProfile profile) {
        var names = BeijingNames.of(profile.id());
        int communities = names.stream()
                .mapToInt(subdistrict -> subdistrict.communities().size())
                .sum();
        return new Figures(
                profile.cadres(),
                profile.units(),
                names.size(),
                communities,
                profile.sites().total(),
                profile.sites().demands(),
                profile.seats());
    }

    /** Every district, from the first to try to the last. */
    public static List<DemoDistrict> all() {
        return ALL;
    }

    /** The district with an identifier; empty when there is none. */
    public static Optional<DemoDistrict> find(String id) {
        return ALL.stream().filter(district -> district.id().equals(id)).findFirst();
    }
}
