package org.muster.parts;

import java.util.function.Predicate;
import org.muster.problem.Identifier;
import org.muster.problem.faults.Limits;

/** Identifiers for generated items. */
final class FreshName {
    /** What a number after a hyphen takes. */
    private static final int ROOM = 12;

    private FreshName() {}

    /** The identifier that is wanted; where it is taken or too long, it is cut and gets a number. */
    static String of(String wanted, Predicate<String> isTaken) {
        if (Identifier.isAllowed(wanted) && !isTaken.test(wanted)) {
            return wanted;
        }
        int length = Math.min(wanted.length(), Limits.IDENTIFIER_LENGTH - ROOM);
        var start = wanted.substring(0, wanted.offsetByCodePoints(0, wanted.codePointCount(0, length)));
        int number = 2;
        while (isTaken.test(start + "-" + number)) {
            number++;
        }
        return start + "-" + number;
    }
}
