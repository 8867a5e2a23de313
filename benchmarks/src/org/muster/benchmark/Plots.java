package org.muster.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.muster.demo.DemoDistricts;
import org.muster.schedule.Score;

/** Draws what a report says. */
final class Plots {
    /** Curves far above the best one are cut off, else all others look alike. */
    private static final double HIGHEST = 1.25;

    /** So does a bound far below, which had no time to get tight. */
    private static final double LOWEST = 0.75;

    private static final double MILLIS = 1000;
    private static final double PERCENT = 100;
    /** On a logarithmic axis zero has no place. */
    private static final double SMALLEST = 0.001;

    private final Path folder;

    /** @param folder where the pictures go */
    Plots(Path folder) {
        this.folder = folder;
    }

    /** Draws score and bound over time for each contest, and the three pictures by size when sizes differ. */
    void draw(List<List<Standing>> contests) throws IOException {
        for (var standings : contests) {
            drawTime(standings);
        }
        if (contests.stream().map(Plots::cadres).distinct().count() > 2) {
            drawBySize(
                    contests,
                    "gap",
                    "gap of the median run, %",
                    standing -> timesHundred(standing.median().gap()));
            drawBySize(contests, "first", "first schedule that keeps every rule, s", Standing::firstSeconds);
            drawBySize(contests, "memory", "most memory of a process, MB", standing -> (double)
                    standing.peakMemoryMegabytes());
        }
    }

    private static @Nullable Double timesHundred(@Nullable Double share) {
        return share == null ? null : PERCENT * share;
    }

    /** The points of each contender's median run once it has its final cover, and the bound. */
    private void drawTime(List<Standing> standings) throws IOException {
        var contest = standings.getFirst().contest();
        var chart = chart(contest.toString(), "seconds", "points (fewer are better)");
        double best = Double.MAX_VALUE;
        for (var standing : standings) {
            var seconds = new ArrayList<Double>();
            var points = new ArrayList<Double>();
            var trace = standing.median().trace();
            for (var point : trace) {
                if (isComparable(point.score(), trace.getLast().score())) {
                    seconds.add(point.millis() / MILLIS);
                    points.add((double) -point.score().soft());
                }
            }
            if (!seconds.isEmpty()) {
                seconds.add(Math.max(seconds.getLast(), contest.seconds()));
                points.add(points.getLast());
                best = Math.min(best, points.getLast());
                add(chart, standing.contender().id(), seconds, points).setXYSeriesRenderStyle(XYSeriesRenderStyle.Step);
            }
            drawOwnBound(chart, standing);
        }
        var bound = standings.getFirst().median().bound();
        if (bound != null) {
            double points = -bound.soft();
            add(chart, "bound (proven apart)", List.of(0.0, (double) contest.seconds()), List.of(points, points));
        }
        if (!chart.getSeriesMap().isEmpty()) {
            if (best > 0 && best < Double.MAX_VALUE) {
                chart.getStyler().setYAxisMin(best * LOWEST).setYAxisMax(best * HIGHEST);
            }
            save(chart, contest.fileName());
        }
    }

    /** What a contender had proven by then, where it proves anything about schedules with its cover. */
    private static void drawOwnBound(XYChart chart, Standing standing) {
        var seconds = new ArrayList<Double>();
        var points = new ArrayList<Double>();
        var trace = standing.median().trace();
        for (var point : trace) {
            var bound = point.bound();
            if (bound != null && bound.medium() == trace.getLast().score().medium()) {
                seconds.add(point.millis() / MILLIS);
                points.add((double) -bound.soft());
            }
        }
        if (!seconds.isEmpty()) {
            seconds.add(Math.max(seconds.getLast(), standing.contest().seconds()));
            points.add(points.getLast());
            add(chart, standing.contender() + ", bound", seconds, points)
                    .setXYSeriesRenderStyle(XYSeriesRenderStyle.Step);
        }
    }

    /** Fewer heads cost fewer points: only schedules with the last one's cover are drawn. */
    private static boolean isComparable(Score score, Score last) {
        return score.isFeasible() && score.medium() == last.medium();
    }

    private void drawBySize(
            List<List<Standing>> contests, String file, String what, Function<Standing, @Nullable Double> value)
            throws IOException {
        var sizes = new LinkedHashMap<Contender, List<Double>>();
        var values = new LinkedHashMap<Contender, List<Double>>();
        for (var standings : contests) {
            for (var standing : standings) {
                var each = value.apply(standing);
                if (each != null) {
                    list(sizes, standing.contender()).add((double) cadres(standings));
                    list(values, standing.contender()).add(Math.max(each, SMALLEST));
                }
            }
        }
        var chart = chart(what + " by size", "cadres", what);
        chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        sizes.forEach((contender, each) ->
                add(chart, contender.id(), each, list(values, contender)).setMarker(SeriesMarkers.CIRCLE));
        var all = values.values().stream().flatMap(List::stream).mapToDouble(each -> each).summaryStatistics();
        if (!sizes.isEmpty()) {
            // ticks with a number stand at powers of ten only
            chart.getStyler()
                    .setYAxisMin(Math.pow(10, Math.floor(Math.log10(all.getMin()))))
                    .setYAxisMax(Math.pow(10, Math.floor(Math.log10(all.getMax())) + 1));
            save(chart, file);
        }
    }

    private static List<Double> list(Map<Contender, List<Double>> lists, Contender contender) {
        return lists.computeIfAbsent(contender, _ -> new ArrayList<>());
    }

    /** How many people the instance of a contest has. */
    private static int cadres(List<Standing> standings) {
        var name = standings.getFirst().contest().instance().name();
        int at = name.indexOf('@');
        return at >= 0
                ? Integer.parseInt(name, at + 1, name.length(), 10)
                : DemoDistricts.find(name).orElseThrow().figures().cadres();
    }

    private static XYChart chart(String title, String x, String y) {
        var chart = new XYChartBuilder()
                .width(900)
                .height(540)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setMarkerSize(5);
        return chart;
    }

    private static XYSeries add(XYChart chart, String name, List<Double> x, List<Double> y) {
        var series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private void save(XYChart chart, String file) throws IOException {
        BitmapEncoder.saveBitmap(chart, folder.resolve(file).toString(), BitmapEncoder.BitmapFormat.PNG);
    }
}
