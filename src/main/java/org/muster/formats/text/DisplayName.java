package org.muster.formats.text;

import org.jspecify.annotations.Nullable;
import org.muster.problem.Cadre;
import org.muster.problem.Community;
import org.muster.problem.Post;
import org.muster.problem.Round;
import org.muster.problem.Site;
import org.muster.problem.WorkUnit;

/** What people read: the name, or the identifier where no name is known. */
public final class DisplayName {

    private DisplayName() {}

    public static String of(Cadre cadre) {
        return of(cadre.name(), cadre.id());
    }

    public static String of(WorkUnit unit) {
        return of(unit.name(), unit.id());
    }

    public static String of(Site site) {
        return of(site.name(), site.id());
    }

    public static String of(Post post) {
        return of(post.name(), post.id());
    }

    public static String of(Round round) {
        return of(round.name(), round.id());
    }

    public static String of(Community community) {
        return of(community.name(), community.id());
    }

    private static String of(@Nullable String name, String id) {
        return name == null || name.isBlank() ? id : name;
    }
}
