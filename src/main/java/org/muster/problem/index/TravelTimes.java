package org.muster.problem.index;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.muster.problem.Cadre;
import org.muster.problem.Problem;
import org.muster.problem.Site;
import org.muster.problem.Travel;

/**
 * Travel minutes of every cadre to every site, a row a site. Each is computed when it is first asked for, since
 * explaining a schedule needs few. Where the table would take more than {@link #MOST_ENTRIES}, each answer is computed
 * anew.
 */
final class TravelTimes {
    /** At two bytes an entry a quarter of a gigabyte: four times what Haidian needs. */
    private static final long MOST_ENTRIES = 128L << 20;
    /** Marks a travel time that has not been computed yet. */
    private static final char UNKNOWN = 0;
    /** Marks a travel time too long for a row's two bytes. */
    private static final char FAR = Character.MAX_VALUE;

    private final Problem problem;
    private final boolean keepsRows;
    /** Minutes plus one, for 0 stands for {@link #UNKNOWN}. Threads that write the same entry write the same value. */
    private final AtomicReferenceArray<char[]> rows;

    private final Distances cadres;
    private final Distances sites;

    TravelTimes(Problem problem) {
        this.problem = problem;
        rows = new AtomicReferenceArray<>(problem.sites().size());
        cadres = new Distances(problem.cadres().stream().map(Cadre::location).toList());
        sites = new Distances(problem.sites().stream().map(Site::location).toList());
        keepsRows = (long) problem.cadres().size() * problem.sites().size() <= MOST_ENTRIES;
    }

    int minutes(int cadre, int site) {
        if (!keepsRows) {
            return compute(cadre, site);
        }
        return minutes(cadre, site, row(site));
    }

    /** Fills the minutes of cadres {@code from} (inclusive) to {@code to} (exclusive), at the start of {@code row}. */
    void fill(int site, int from, int to, long[] row) {
        var known = keepsRows ? row(site) : null;
        for (int cadre = from; cadre < to; cadre++) {
            row[cadre - from] = known == null ? compute(cadre, site) : minutes(cadre, site, known);
        }
    }

    private char[] row(int site) {
        var row = rows.get(site);
        if (row == null) {
            row = new char[problem.cadres().size()];
            rows.set(site, row);
        }
        return row;
    }

    private int minutes(int cadre, int site, char[] row) {
        if (row[cadre] == UNKNOWN) {
            row[cadre] = (char) Math.min(compute(cadre, site) + 1L, FAR);
        }
        return row[cadre] == FAR ? compute(cadre, site) : row[cadre] - 1;
    }

    private int compute(int cadre, int site) {
        if (problem.travel() instanceof Travel.ByDistance travel) {
            double kilometres = cadres.kilometres(cadre, sites, site);
            int minutes = travel.minutesFor(kilometres - Distances.INACCURACY_KM);
            boolean isCertain = kilometres < Distances.FARTHEST_KM
                    && minutes == travel.minutesFor(kilometres + Distances.INACCURACY_KM);
            if (isCertain) {
                return minutes;
            }
        }
        return problem.travel()
                .minutes(problem.cadres().get(cadre), problem.sites().get(site));
    }
}
