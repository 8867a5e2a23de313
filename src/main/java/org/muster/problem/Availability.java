package org.muster.problem;

import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a cadre is unavailable, would rather not serve, or would rather serve.
 *
 * @param start inclusive
 * @param end exclusive, after {@code start}
 * @param windowKinds it speaks only of windows of these kinds; empty means all windows
 * @param weight how strongly, 0 or more; says nothing where {@code kind} is {@code UNAVAILABLE}
 */
public record Availability(LocalDateTime start, LocalDateTime end, Kind kind, Set<String> windowKinds, int weight) {

    /** What the cadre says about the time. */
    public enum Kind {
        UNAVAILABLE,
        UNDESIRED,
        DESIRED
    }

    public Availability {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "An availability must end after its start (%s), not at (%s).".formatted(start, end));
        }
        if (weight < 0) {
            throw new IllegalArgumentException("An availability cannot have the weight %d.".formatted(weight));
        }
        windowKinds = Set.copyOf(windowKinds);
    }

    /** Whether it speaks of windows of this kind; a window without a kind is spoken of only by those for all. */
    public boolean speaksOf(@Nullable String windowKind) {
        return windowKinds.isEmpty() || (windowKind != null && windowKinds.contains(windowKind));
    }
}
