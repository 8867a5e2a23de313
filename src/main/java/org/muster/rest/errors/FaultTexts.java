package org.muster.rest.errors;

import java.util.Locale;
import org.muster.problem.Fault;

final class FaultTexts {
    private FaultTexts() {}

    static String textOf(Fault fault, Locale language) {
        return fault.code().id();
    }
}
