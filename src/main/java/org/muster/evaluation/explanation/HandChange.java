package org.muster.evaluation.explanation;

/**
 * One change by hand that a planner makes in a schedule.
 *
 * @param demand identifier of the demand
 * @param cadre identifier of the cadre
 */
public record HandChange(Op op, String demand, String cadre) {

    /** How many changes are done as one, at most. */
    public static final int MOST = 1_000;

    /** What is done. */
    public enum Op {
        ASSIGN,
        UNASSIGN,
        /** From now on every continuation of the plan keeps the assignment. */
        PIN,
        UNPIN
    }
}
