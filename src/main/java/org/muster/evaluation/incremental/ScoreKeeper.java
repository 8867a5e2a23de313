package org.muster.evaluation.incremental;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.BitSet;
import java.util.Optional;
import org.muster.evaluation.referee.Referee;
import org.muster.problem.index.ProblemIndex;
import org.muster.problem.rules.Rule;
import org.muster.schedule.Schedule;
import org.muster.schedule.Score;

/**
 * Keeps the score of a schedule while the schedule changes, one duty at a time. It weighs a step without taking it in
 * about a microsecond, and states any schedule, broken ones included; {@link Referee} says the same of each.
 *
 * <p>Cadres and demands are numbers of the {@link ProblemIndex}. A duty that is taken away must exist; any duty may be
 * given. Not for several threads.
 *
 * <p>How to read it: the {@code weigh...} methods are those of the {@link StepWeigher}, which has the terms of the
 * score. {@link #add} and {@link #remove} weigh, write the change into the boards and the four sums, and log it; every
 * other step is made of them. {@link #mark} and {@link #undoTo} take steps back, {@link #roll} and {@link #become} copy
 * a schedule.
 */
public final class ScoreKeeper {
    private final ProblemIndex index;
    private final DutyBoard board;
    private final CoverCount cover;
    private final AwayCount away;
    private final TeamBoard teams;
    private final CadreCosts costs;
    private final StepWeigher weigher;
    private final QuantityCount quantityCount;

    private long hard;
    private long avoidable;
    private long medium;
    private long soft;

    private final Change step = new Change();
    private final StepLog log = new StepLog();

    /** Starts with the empty schedule. */
    public ScoreKeeper(ProblemIndex index) {
        this.index = index;
        board = new DutyBoard(index);
        cover = new CoverCount(index);
        away = new AwayCount(index, board);
        teams = new TeamBoard(index);
        costs = new CadreCosts(index, board);
        weigher = new StepWeigher(index, board, costs, cover, teams, away);
        quantityCount = new QuantityCount(index, board, teams, away, costs);
        countFromNothing();
    }

    /** Starts with a schedule. */
    public static ScoreKeeper of(ProblemIndex index, Schedule schedule) {
        var keeper = new ScoreKeeper(index);
        keeper.addAll(schedule);
        return keeper;
    }

    private void countFromNothing() {
        for (int demand = 0; demand < index.demands(); demand++) {
            step.clear();
            cover.start(demand, 0, step);
            take(step);
        }
        for (int cadre = 0; cadre < index.cadres(); cadre++) {
            costs.recount(cadre);
            hard -= costs.hard(cadre);
            avoidable -= costs.broken(cadre);
            soft -= costs.soft(cadre);
        }
    }

    /**
     * Adds every duty of a schedule to the present ones.
     *
     * @throws IllegalArgumentException when it names a demand or cadre that the problem does not have
     */
    public void addAll(Schedule schedule) {
        for (var assignment : schedule.assignments()) {
            add(
                    index.findCadre(assignment.cadre())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "The schedule names an unknown cadre (%s).".formatted(assignment.cadre()))),
                    index.findDemand(assignment.demand())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "The schedule names an unknown demand (%s).".formatted(assignment.demand()))));
        }
        log.clear();
    }

    public ProblemIndex index() {
        return index;
    }

    public Score score() {
        return new Score(hard, medium, soft);
    }

    public long hard() {
        return hard;
    }

    /** The hard level but for rules that ask for duties: 0 where all is kept that empty seats can keep. */
    public long avoidable() {
        return avoidable;
    }

    /** The merit by which schedules are compared before they are delivered. */
    public Merit merit() {
        return new Merit(avoidable, score());
    }

    /**
     * By how much the duties of a cadre together break rules that fewer of them would keep: rest, limits, seats beyond
     * the first; also missing pins. 0 or more.
     */
    public long brokenBy(int cadre) {
        return costs.broken(cadre);
    }

    /** How many cadres of a unit the ceiling does not allow on a day. */
    public long aboveCeiling(int unit, int day) {
        return away.above(unit, day);
    }

    public long medium() {
        return medium;
    }

    public long soft() {
        return soft;
    }

    /** Heads on a demand. */
    public int heads(int demand) {
        return board.heads(demand);
    }

    /**
     * Who is on a head of a demand.
     *
     * @param place from 0, in an order that changes with each step
     */
    public int cadreAt(int demand, int place) {
        return board.cadre(demand, place);
    }

    /** How many duties a cadre has. */
    public int duties(int cadre) {
        return board.duties(cadre);
    }

    /**
     * The demand of one of the cadre's duties.
     *
     * @param place from 0, in the order in which they are served
     */
    public int demandAt(int cadre, int place) {
        return board.demand(cadre, place);
    }

    /** Whether the cadre has a duty on the demand. */
    public boolean serves(int cadre, int demand) {
        return board.serves(cadre, demand);
    }

    /** How many teams there are, staffed or not. */
    public int teams() {
        return teams.teams();
    }

    /** The team that a demand belongs to: all demands of one site and window have the same. */
    public int teamOf(int demand) {
        return teams.teamOf(demand);
    }

    /** How many people of a unit are in a team. */
    public int peopleOf(int team, int unit) {
        return teams.peopleOf(team, unit);
    }

    /** How many cadres of a unit are away on a day of the horizon. */
    public int away(int unit, int day) {
        return away.away(unit, day);
    }

    /** Weighs a new duty. */
    public void weighAdd(int cadre, int demand, Change change) {
        weigher.weighAdd(cadre, demand, change);
    }

    /** Weighs the end of a duty. */
    public void weighRemove(int cadre, int demand, Change change) {
        weigher.weighRemove(cadre, demand, change);
    }

    /** Weighs one head less on a demand, whichever cadre it is: what the empty seat costs by itself. */
    public void weighEmptySeat(int demand, Change change) {
        weigher.weighEmptySeat(demand, change);
    }

    /** Weighs that one cadre takes over the duty of another one. */
    public void weighReplace(int demand, int leaving, int coming, Change change) {
        weigher.weighReplace(demand, leaving, coming, change);
    }

    /** Weighs that a cadre leaves one duty for another. */
    public void weighMove(int cadre, int from, int to, Change change) {
        weigher.weighMove(cadre, from, to, change);
    }

    /** Weighs that two different cadres exchange a duty each. */
    public void weighSwap(int cadre, int demand, int other, int otherDemand, Change change) {
        weigher.weighSwap(cadre, demand, other, otherDemand, change);
    }

    /**
     * The first rule, in the order of {@link Rule}, that a new duty would break further; empty when it breaks none. That
     * the demand may be full already is left aside.
     */
    public Optional<Rule> obstacle(int cadre, int demand) {
        return weigher.obstacle(cadre, demand);
    }

    /** Gives a duty. */
    public void add(int cadre, int demand) {
        weighAdd(cadre, demand, step);
        int arrivals = away.arrivals(cadre, NONE, demand);
        board.add(cadre, demand);
        teams.add(teams.teamOf(demand), cadre);
        away.add(index.unitOf(cadre), dayOf(demand), arrivals);
        costs.recount(cadre);
        take(step);
        log.added(cadre, demand);
    }

    /** Takes a duty away. */
    public void remove(int cadre, int demand) {
        weighRemove(cadre, demand, step);
        int departures = away.departures(cadre, demand, NONE);
        board.remove(cadre, demand);
        teams.remove(teams.teamOf(demand), cadre);
        away.add(index.unitOf(cadre), dayOf(demand), departures);
        costs.recount(cadre);
        take(step);
        log.removed(cadre, demand);
    }

    /** One cadre takes over the duty of another one. */
    public void replace(int demand, int leaving, int coming) {
        remove(leaving, demand);
        add(coming, demand);
    }

    /** A cadre leaves one duty for another. */
    public void move(int cadre, int from, int to) {
        remove(cadre, from);
        add(cadre, to);
    }

    /** Two cadres exchange a duty each. */
    public void swap(int cadre, int demand, int other, int otherDemand) {
        remove(cadre, demand);
        remove(other, otherDemand);
        add(cadre, otherDemand);
        add(other, demand);
    }

    /** Names the present state, so that {@link #undoTo} can come back to it. */
    public int mark() {
        return log.size();
    }

    /** Takes back every step since a mark. */
    public void undoTo(int mark) {
        log.undoTo(mark, this);
    }

    /** Clears the log of steps; all marks become invalid. */
    public void clearUndoLog() {
        log.clear();
    }

    /** Who serves where now. */
    public ScheduleSnapshot roll() {
        return ScheduleSnapshot.of(board, index.demands());
    }

    /** Changes duties until they are those of a snapshot. */
    public void become(ScheduleSnapshot scheduleSnapshot) {
        var all = new BitSet();
        all.set(0, index.demands());
        become(scheduleSnapshot, all);
    }

    /** Changes the duties on some demands until they are those of a snapshot. */
    public void become(ScheduleSnapshot scheduleSnapshot, BitSet demands) {
        demands.stream().forEach(demand -> scheduleSnapshot.removeWhatItLacks(this, demand));
        demands.stream().forEach(demand -> scheduleSnapshot.addWhatItHas(this, demand));
        log.clear();
    }

    /**
     * Reserves a part of a unit's ceiling by counting people as away who are not, so that other parts can use it.
     *
     * @param people a negative number gives as many back
     */
    public void reserve(int unit, int day, int people) {
        long growth = away.growth(unit, day, people);
        hard -= growth;
        avoidable -= growth;
        away.add(unit, day, people);
    }

    /** The present schedule: by demand, then by cadre, both in the problem's order. */
    public Schedule schedule() {
        return board.schedule();
    }

    /** What every rule counts, recounted from who serves where. Takes some milliseconds at the size of Haidian. */
    public Quantities quantities() {
        return quantityCount.all();
    }

    /**
     * What the steps since a mark have changed in the quantity of every rule. Counts only what they affect.
     *
     * @param mark from {@link #mark()}; the present state stays as it is
     */
    public Quantities quantitiesSince(int mark) {
        var steps = log.since(mark);
        var difference = quantityCount.of(steps);
        undoTo(mark);
        difference.subtract(quantityCount.of(steps));
        steps.replay(this);
        return difference;
    }

    private void take(Change change) {
        hard += change.hard();
        avoidable += change.avoidable();
        medium += change.medium();
        soft += change.soft();
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }
}
