package org.muster.benchmark;

import java.util.Arrays;

/** Who is measured. */
enum Contender {
    /** The product, as the service uses it. */
    MUSTER("muster"),
    /** Timefold as its quickstarts set it up: everybody is a value of every seat, default phases. */
    TIMEFOLD_QUICKSTART("timefold-quickstart"),
    /** Timefold with a short value range for each demand, default phases. */
    TIMEFOLD_SHORT_RANGES("timefold-short-ranges"),
    /** CP-SAT without a hint. */
    CP_SAT("cp-sat"),
    /** CP-SAT with the product's flow as a complete hint. */
    CP_SAT_HINTED("cp-sat-hinted"),
    /** Each seat in turn to whoever costs least: the floor. */
    GREEDY("greedy");

    private final String id;

    Contender(String id) {
        this.id = id;
    }

    /** The name in tables and on the command line. */
    String id() {
        return id;
    }

    /** Whether another seed can make a difference. */
    boolean rollsDice() {
        return this != GREEDY;
    }

    Player player() {
        return switch (this) {
            case MUSTER -> new MusterPlayer();
            case TIMEFOLD_QUICKSTART -> TimefoldPlayer.withOneValueRange();
            case TIMEFOLD_SHORT_RANGES -> TimefoldPlayer.withShortValueRanges();
            case CP_SAT -> CpSatPlayer.withoutHint();
            case CP_SAT_HINTED -> CpSatPlayer.withHint();
            case GREEDY -> new GreedyPlayer();
        };
    }

    /**
     * The contender with a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Contender of(String id) {
        return Arrays.stream(values())
                .filter(contender -> contender.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no contender (%s). Maybe one of %s."
                        .formatted(id, Arrays.stream(values()).map(Contender::id).toList())));
    }

    @Override
    public String toString() {
        return id;
    }
}
