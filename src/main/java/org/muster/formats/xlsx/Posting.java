package org.muster.formats.xlsx;

import java.text.Collator;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Locale;
import org.muster.formats.text.DisplayName;
import org.muster.problem.Cadre;
import org.muster.problem.Post;
import org.muster.problem.Site;
import org.muster.problem.Window;

/**
 * A cadre on a demand, with all that a sheet shows of it.
 *
 * @param demandPlace position of the demand in the problem's list
 * @param cadrePlace position of the cadre in the problem's list
 */
record Posting(Cadre cadre, int cadrePlace, Site site, Post post, Window window, int demandPlace) {

    private static final Comparator<Posting> IN_TIME = Comparator.<Posting, LocalDateTime>comparing(
                    posting -> posting.window().start())
            .thenComparing(posting -> posting.window().end());

    /** Team by team, in a team post by post, and in a post by name as people of a language sort names. */
    static Comparator<Posting> byTeam(Locale language) {
        return IN_TIME.thenComparing(posting -> posting.window().id())
                .thenComparingInt(Posting::demandPlace)
                .thenComparing(posting -> DisplayName.of(posting.cadre()), Collator.getInstance(language));
    }

    /** Cadre by cadre, and the duties of each in time. */
    static final Comparator<Posting> BY_CADRE =
            Comparator.comparingInt(Posting::cadrePlace).thenComparing(IN_TIME);

    boolean isInTeamOf(Posting other) {
        return window.id().equals(other.window.id());
    }

    boolean isOfCadreOf(Posting other) {
        return cadre.id().equals(other.cadre.id());
    }
}
