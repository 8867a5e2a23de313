package org.muster.demo;

import static org.muster.demo.Shift.EARLY;
import static org.muster.demo.Shift.LATE;
import static org.muster.demo.Shift.NIGHT;

import java.util.ArrayList;
import java.util.List;
import org.muster.problem.Site;

/** What a site of a kind and size needs in a round. */
enum SiteSize {
    /** A street-wide screening station, its own disinfection and a supervisor for the beat around it included. */
    LARGE(Site.Kind.SCREENING, "核酸检测中心点", 1.6),
    /** A community's screening site. */
    MEDIUM(Site.Kind.SCREENING, "核酸检测点", 1),
    /** A screening site with one table; the community guides. */
    SMALL(Site.Kind.SCREENING, "便民检测点", 0.7),
    /** A sealed compound, where only those who live there serve, by night too. */
    SEALED(Site.Kind.SEALED, "封控小区", 0.5),
    /** Where couriers of medicine start. */
    ERRAND_BASE(Site.Kind.ERRAND_BASE, "送药服务站", 1),
    /** People kept ready for where they are missed. */
    RESERVE(Site.Kind.RESERVE, "机动待命点", 1);

    private final Site.Kind kind;
    private final String suffix;
    private final double scale;

    /** A post that is needed in a window. */
    record Need(Shift shift, DemoPost post) {}

    SiteSize(Site.Kind kind, String suffix, double scale) {
        this.kind = kind;
        this.suffix = suffix;
        this.scale = scale;
    }

    Site.Kind kind() {
        return kind;
    }

    /** What follows the community in the name of such a site. */
    String suffix() {
        return suffix;
    }

    /** Heads compared with those of a community's screening site. */
    double scale() {
        return scale;
    }

    Site.Admits admits() {
        return this == SEALED ? Site.Admits.RESIDENTS : Site.Admits.ANYONE;
    }

    /** The posts that are needed, one demand each. */
    List<Need> needs() {
        return switch (this) {
            case LARGE ->
                inBothWindows(
                        DemoPost.GUIDE,
                        DemoPost.REGISTRAR,
                        DemoPost.SAMPLER,
                        DemoPost.DISINFECTION,
                        DemoPost.SUPERVISOR);
            case MEDIUM -> inBothWindows(DemoPost.GUIDE, DemoPost.REGISTRAR, DemoPost.SAMPLER);
            case SMALL -> inBothWindows(DemoPost.REGISTRAR, DemoPost.SAMPLER);
            case SEALED ->
                List.of(
                        new Need(EARLY, DemoPost.FLOOR_CAPTAIN),
                        new Need(EARLY, DemoPost.GUIDE),
                        new Need(EARLY, DemoPost.REGISTRAR),
                        new Need(LATE, DemoPost.FLOOR_CAPTAIN),
                        new Need(LATE, DemoPost.GUIDE),
                        new Need(NIGHT, DemoPost.NIGHT_GUARD));
            case ERRAND_BASE -> inBothWindows(DemoPost.COURIER);
            case RESERVE -> inBothWindows(DemoPost.GUIDE);
        };
    }

    private static List<Need> inBothWindows(DemoPost... posts) {
        var needs = new ArrayList<Need>();
        for (var shift : List.of(EARLY, LATE)) {
            for (var post : posts) {
                needs.add(new Need(shift, post));
            }
        }
        return needs;
    }
}
