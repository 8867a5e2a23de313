package org.muster.formats.json.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.parts.MergedProblem;
import org.muster.parts.Merging;
import org.muster.problem.Problem;
import org.muster.problem.SolveOptions;

/**
 * A problem handed in for solving.
 *
 * @param name for people; null where none was given
 * @param problem the one that was sent, or what the parts that were sent have become
 * @param parts which demands each part has, and where faults of the problem are in the request; null where no parts
 *     were sent
 * @param gzippedProblem the problem, gzip'd: exactly as it was sent, byte by byte, or that of the parts as
 *     {@link ProblemWriter} writes it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the database once, never compared
public record Submission(
        @Nullable String name,
        Problem problem,
        Merging.@Nullable Merged parts,
        SolveOptions options,
        byte[] gzippedProblem) {

    /** Which demands were asked for together; empty where no parts were sent. */
    public List<MergedProblem.Section> sections() {
        return parts == null ? List.of() : parts.whole().sections();
    }

    /**
     * The place in the request of something in the problem.
     *
     * @param pointer JSON Pointer from the problem on, such as {@code /assignments/3}
     * @return such as {@code /problem/assignments/3} or {@code /parts/1/problem/assignments/0}
     */
    public String pointerOf(String pointer) {
        return parts == null ? "/problem" + pointer : parts.origins().pointerOf(pointer);
    }
}
