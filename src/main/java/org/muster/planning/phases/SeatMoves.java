package org.muster.planning.phases;

import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import ai.timefold.solver.core.impl.score.director.ScoreDirector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.CadreFact;
import org.muster.planning.model.Roster;
import org.muster.planning.model.Seat;
import org.muster.planning.model.SeatsByCadre;
import org.muster.planning.model.SiteWindow;

/**
 * What the search tries: somebody else on a seat. Whoever is needed elsewhere then either trades places, is replaced
 * there, or leaves that seat empty, so that hardly a move dies of being in two places at once.
 */
public final class SeatMoves implements MoveIteratorFactory<Roster, Reseating> {
    private @Nullable RandomMoves moves;

    @Override
    public long getSize(ScoreDirector<Roster> director) {
        return movableSeats(director.getWorkingSolution()).stream()
                .mapToLong(seat -> seat.demand().candidates().size())
                .sum();
    }

    /** The search draws at random; an order of moves is of no use to it. */
    @Override
    public Iterator<Reseating> createOriginalMoveIterator(ScoreDirector<Roster> director) {
        throw new UnsupportedOperationException("Moves are drawn at random. Maybe set the selection order RANDOM.");
    }

    /** Asked for at each step: what does not change from step to step is made once. */
    @Override
    public Iterator<Reseating> createRandomMoveIterator(ScoreDirector<Roster> director, RandomGenerator random) {
        if (moves == null) {
            moves = new RandomMoves(director.getWorkingSolution(), random);
        }
        return moves;
    }

    @Override
    public void phaseStarted(ScoreDirector<Roster> director) {
        moves = null;
    }

    @Override
    public void phaseEnded(ScoreDirector<Roster> director) {
        moves = null;
    }

    private static List<Seat> movableSeats(Roster roster) {
        return roster.getSeats().stream()
                .filter(seat -> !seat.isPinned() && !seat.demand().candidates().isEmpty())
                .toList();
    }

    /** Draws moves without end. */
    private static final class RandomMoves implements Iterator<Reseating> {
        private static final double EMPTY_A_SEAT = 0.02;
        private static final double STAY_WITH_UNIT = 0.3;
        private static final double TRADE_PLACES = 0.5;
        /** How many people are looked at to find one of a unit, or one who is free. */
        private static final int MOST_LOOKS = 12;
        /** How many seats are drawn until one has a move that is worth a try. */
        private static final int MOST_DRAWS = 100;

        private final List<Seat> movable;
        private final Map<SiteWindow, List<Seat>> seatsOfTeam = new HashMap<>();
        private final SeatsByCadre seatsByCadre;
        private final RandomGenerator random;

        RandomMoves(Roster roster, RandomGenerator random) {
            this.random = random;
            movable = movableSeats(roster);
            seatsByCadre = roster.attendance();
            for (var seat : roster.getSeats()) {
                seatsOfTeam.computeIfAbsent(seat.team(), _ -> new ArrayList<>()).add(seat);
            }
        }

        @Override
        public boolean hasNext() {
            return !movable.isEmpty();
        }

        @Override
        public Reseating next() {
            if (movable.isEmpty()) {
                throw new NoSuchElementException("No seat can be filled.");
            }
            for (int draw = 0; draw < MOST_DRAWS; draw++) {
                var move = findMove(any(movable));
                if (move != null) {
                    return move;
                }
            }
            return Reseating.of(any(movable), null);
        }

        private @Nullable Reseating findMove(Seat seat) {
            if (seat.isTaken() && random.nextDouble() < EMPTY_A_SEAT) {
                return Reseating.of(seat, null);
            }
            var cadre = random.nextDouble() < STAY_WITH_UNIT ? teammate(seat) : candidate(seat);
            if (cadre == null || cadre == seat.getCadre()) {
                return null;
            }
            Seat conflict = null;
            for (var other = seatsByCadre.firstOf(cadre); other != null; other = other.nextOfCadre()) {
                if (other != seat && cadre.mustChoose(other.demand(), seat.demand())) {
                    if (conflict != null || other.isPinned()) {
                        return null;
                    }
                    conflict = other;
                }
            }
            return conflict == null ? Reseating.of(seat, cadre) : movedFrom(conflict, cadre, seat);
        }

        private Reseating movedFrom(Seat left, CadreFact cadre, Seat seat) {
            var replaced = seat.getCadre();
            if (replaced != null && random.nextDouble() < TRADE_PLACES && replaced.mayServe(left.demand())) {
                return Reseating.of(seat, cadre, left, replaced);
            }
            return Reseating.of(seat, cadre, left, freeCandidate(left));
        }

        /** Somebody of a unit that serves in the seat's team already. */
        private @Nullable CadreFact teammate(Seat seat) {
            var mate = any(seatsOfTeam.getOrDefault(seat.team(), List.of(seat))).getCadre();
            if (mate == null) {
                return candidate(seat);
            }
            for (int look = 0; look < MOST_LOOKS; look++) {
                var cadre = candidate(seat);
                if (cadre.unitNumber() == mate.unitNumber()) {
                    return cadre;
                }
            }
            return null;
        }

        private @Nullable CadreFact freeCandidate(Seat seat) {
            for (int look = 0; look < MOST_LOOKS; look++) {
                var cadre = candidate(seat);
                if (isFreeFor(cadre, seat)) {
                    return cadre;
                }
            }
            return null;
        }

        private boolean isFreeFor(CadreFact cadre, Seat seat) {
            for (var other = seatsByCadre.firstOf(cadre); other != null; other = other.nextOfCadre()) {
                if (cadre.mustChoose(other.demand(), seat.demand())) {
                    return false;
                }
            }
            return true;
        }

        /** Candidates are sorted by cost: the cube of a random number prefers the cheap ones. */
        private CadreFact candidate(Seat seat) {
            var candidates = seat.demand().candidates();
            double part = random.nextDouble();
            return candidates.get((int) (part * part * part * candidates.size()));
        }

        private Seat any(List<Seat> seats) {
            return seats.get(random.nextInt(seats.size()));
        }
    }
}
