package org.muster.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.demo.DistrictProfile.Box;
import org.muster.demo.DistrictProfile.SiteCounts;
import org.muster.demo.DistrictProfile.Staffing;
import org.muster.formats.hours.OpeningHours.Span;
import org.muster.problem.Community;
import org.muster.problem.Demand;
import org.muster.problem.Location;
import org.muster.problem.Problem;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.Window;

/**
 * One round at the 841 real sampling points of Hangzhou, in the hours in which they are open, with made-up people around.
 *
 * <p>A point has two windows: its first span and the rest of its day or, where it has one span of two hours or more, the
 * two halves of it. A shorter one is served in one window. People set up half an hour before a point opens.
 */
public final class HangzhouProblem {
    private static final DistrictProfile PROFILE = new DistrictProfile(
            "hangzhou",
            "杭州市",
            new Box(29.1, 30.6, 118.3, 120.8),
            4_500,
            240,
            new SiteCounts(0, 0, 0, 0, 0, 0),
            1,
            Staffing.PARTLY_LISTED);

    private static final String ROUND = "r1";
    private static final int SET_UP = 30, NOON = 12 * 60, NIGHT = 20 * 60, SHORTEST_TO_SPLIT = 2 * 60;

    private final Map<String, Community> communities = new LinkedHashMap<>();
    private final Map<String, Location> subdistricts = new LinkedHashMap<>();
    private final Map<Span, Window> windows = new LinkedHashMap<>();
    private final List<DemoSite> sites = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();

    private HangzhouProblem() {}

    /** The same seed makes the same problem; points and their hours do not depend on it. */
    public static Problem problem(long seed) {
        return new HangzhouProblem().make(seed);
    }

    private Problem make(long seed) {
        SamplingPoint.all().forEach(this::add);
        var places = new Places(PROFILE.box(), List.copyOf(communities.values()), subdistricts);
        var units = Units.of(PROFILE, places, seed);
        var days = new Days(1);
        return Problem.builder()
                .communities(places.communities())
                .units(units.stream().map(DemoUnit::unit).toList())
                .skills(DemoPost.SKILLS)
                .posts(Arrays.stream(DemoPost.values()).map(DemoPost::post).toList())
                .sites(sites.stream().map(DemoSite::site).toList())
                .rounds(List.of(new Round(ROUND, "第1轮", Days.FIRST)))
                .windows(List.copyOf(windows.values()))
                .demands(demands)
                .cadres(People.of(units, places, sites, days, seed))
                .dutyRules(DutyRuleSets.of(days))
                .build();
    }

    private void add(SamplingPoint point) {
        var community = community(point);
        var site = new Site(
                "site-" + point.id(),
                point.name(),
                Site.Kind.SCREENING,
                community.id(),
                point.location(),
                Site.Admits.ANYONE);
        sites.add(new DemoSite(site, SiteSize.MEDIUM, community));
        if (point.hours().days().contains(Days.FIRST.getDayOfWeek())) {
            for (var duty : duties(point.hours().spans())) {
                addDemands(point, site, windows.computeIfAbsent(duty, HangzhouProblem::window));
            }
        }
    }

    private Community community(SamplingPoint point) {
        var subdistrict = point.subdistrict();
        subdistricts.putIfAbsent(subdistrict, point.location());
        return communities.computeIfAbsent(
                subdistrict + " " + point.community(),
                key -> new Community(
                        "community-%03d".formatted(communities.size() + 1),
                        point.community(),
                        subdistrict,
                        point.location()));
    }

    /** From setting up to the end of each of the two parts of a day; one part for a short day, none for an unknown one. */
    static List<Span> duties(List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        var first = spans.getFirst();
        if (spans.size() > 1) {
            return List.of(
                    withSetUp(first),
                    withSetUp(new Span(spans.get(1).start(), spans.getLast().end())));
        }
        if (first.minutes() < SHORTEST_TO_SPLIT) {
            return List.of(withSetUp(first));
        }
        int middle = (first.start() + first.end()) / 2;
        return List.of(withSetUp(new Span(first.start(), middle)), new Span(middle, first.end()));
    }

    private static Span withSetUp(Span open) {
        return new Span(Math.max(0, open.start() - SET_UP), open.end());
    }

    private static Window window(Span duty) {
        LocalDate date = Days.FIRST;
        var kind = duty.start() < NOON ? Shift.EARLY : duty.start() < NIGHT ? Shift.LATE : Shift.NIGHT;
        return new Window(
                ROUND + "-" + duty,
                ROUND,
                date.atStartOfDay().plusMinutes(duty.start()),
                date.atStartOfDay().plusMinutes(duty.end()),
                kind.kind());
    }

    private void addDemands(SamplingPoint point, Site site, Window window) {
        addDemand(site, window, DemoPost.REGISTRAR, 2);
        if (point.isMedical()) {
            addDemand(site, window, DemoPost.SAMPLER, 1);
        }
        if (Shift.EARLY.kind().equals(window.kind())) {
            addDemand(site, window, DemoPost.GUIDE, 1);
        }
    }

    private void addDemand(Site site, Window window, DemoPost post, int max) {
        demands.add(new Demand(
                "%s-%s-%s".formatted(site.id(), window.id(), post.post().id()),
                site.id(),
                window.id(),
                post.post().id(),
                1,
                1,
                max,
                post.priority(),
                1,
                1));
    }
}
