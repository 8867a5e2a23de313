package org.muster.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.problem.Problem;

/**
 * A problem that is solved apart from the others.
 *
 * @param sections identifiers of the parts of the request that it has, one or more
 * @param problem valid by itself; its identifiers are those of the whole, but for a bystander who cannot serve
 * @param relaxed the problem whose bound counts for the whole where something is shared: see {@link Relaxation}; null
 *     where it is the problem itself
 */
public record Part(
        List<String> sections, Problem problem, @Nullable Problem relaxed) {

    public Part {
        sections = List.copyOf(sections);
    }

    /** The identifiers of its sections, for people. */
    public String name() {
        return String.join(" + ", sections);
    }

    /** The problem of which a bound is to be found. */
    public Problem forBound() {
        return relaxed != null ? relaxed : problem;
    }
}
