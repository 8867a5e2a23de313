package org.muster.problem;

import org.muster.problem.faults.Fault;

/** Whether a fault may echo the value that was sent. Personal data are not echoed. */
public enum QuotedValue {
    SHOWN,
    WITHHELD;

    /** What a fault says of a value. */
    public String of(String text) {
        return switch (this) {
            case SHOWN -> Identifier.shown(text);
            case WITHHELD -> Fault.WITHHELD;
        };
    }
}
