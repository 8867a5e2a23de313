package org.muster.district.history;

import org.jspecify.annotations.Nullable;

/**
 * What a cadre has done before some moment, by what was published.
 *
 * @param rounds how many rounds, 0 or more
 * @param minutes duty minutes of the fairness period, 0 or more
 * @param lastSite identifier of the site of the last duty; null when there was none
 */
public record Served(int rounds, int minutes, @Nullable String lastSite) {

    /** The record of a cadre who has not served. */
    public static final Served NOTHING = new Served(0, 0, null);
}
