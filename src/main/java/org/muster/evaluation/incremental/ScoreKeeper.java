package org.muster.evaluation.incremental;

import static org.muster.problem.index.ProblemIndex.NONE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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
 * <p>How to read it: begin with {@link #weighAdd}, which has all five terms of the score, one a line: what the duty
 * costs alone, what the cadre's duties cost together, the heads of the demand, the team, and the ceiling of the unit.
 * The other {@code weigh...} methods combine the same terms. {@link #add} and {@link #remove} weigh, write the change
 * into the boards and the four sums, and log it; every other step is made of them. {@link #mark} and {@link #undoTo}
 * take steps back, {@link #roll} and {@link #become} copy a schedule. The private methods at the end compute the
 * terms.
 */
public final class ScoreKeeper {
    /** Hard rules that a duty may break by itself; of the duty rules the limit on travel does. */
    private static final List<Rule> ALONE = Arrays.stream(Rule.values())
            .filter(rule -> rule.level() == Rule.Level.HARD)
            .filter(rule -> rule.scope() == Rule.Scope.DUTY || rule == Rule.DUTY_RULES)
            .toList();

    /** Hard rules that look at several duties, all after those that look at one only. */
    private static final List<Rule> TOGETHER = Arrays.stream(Rule.values())
            .filter(rule -> rule.level() == Rule.Level.HARD && rule.scope() != Rule.Scope.DUTY)
            .toList();

    private final ProblemIndex index;
    private final DutyBoard board;
    private final CoverCount cover;
    private final AwayCount away;
    private final TeamBoard teams;
    private final CadreCount cadres;
    private final QuantityCount quantityCount;

    /** What the duties of each cadre cost together. */
    private final long[] hardOfCadre;

    /** The part of it that only more duties can mend. */
    private final long[] askedOfCadre;

    private final long[] softOfCadre;

    private long hard;
    private long avoidable;
    private long medium;
    private long soft;

    private final Change step = new Change();
    private final StepLog log = new StepLog();
    private int[] buffer = new int[64];

    /** Starts with the empty schedule. */
    public ScoreKeeper(ProblemIndex index) {
        this.index = index;
        board = new DutyBoard(index);
        cover = new CoverCount(index);
        away = new AwayCount(index);
        teams = new TeamBoard(index);
        cadres = new CadreCount(index);
        quantityCount = new QuantityCount(index, board, teams, away, this::countOf);
        hardOfCadre = new long[index.cadres()];
        askedOfCadre = new long[index.cadres()];
        softOfCadre = new long[index.cadres()];
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
            recountTogether(cadre);
            hard -= hardOfCadre[cadre];
            avoidable -= brokenBy(cadre);
            soft -= softOfCadre[cadre];
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
        return hardOfCadre[cadre] - askedOfCadre[cadre];
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
        change.clear();
        alone(cadre, demand, 1, change);
        together(cadre, NONE, demand, change);
        cover.join(demand, board.heads(demand), change);
        change.cost(teams.growth(teams.teamOf(demand), NONE, cadre));
        change.breakRules(away.growth(index.unitOf(cadre), dayOf(demand), arrivals(cadre, NONE, demand)));
    }

    /** Weighs the end of a duty. */
    public void weighRemove(int cadre, int demand, Change change) {
        change.clear();
        alone(cadre, demand, -1, change);
        together(cadre, demand, NONE, change);
        cover.leave(demand, board.heads(demand), change);
        change.cost(teams.growth(teams.teamOf(demand), cadre, NONE));
        change.breakRules(away.growth(index.unitOf(cadre), dayOf(demand), departures(cadre, demand, NONE)));
    }

    /** Weighs one head less on a demand, whichever cadre it is: what the empty seat costs by itself. */
    public void weighEmptySeat(int demand, Change change) {
        change.clear();
        cover.leave(demand, board.heads(demand), change);
    }

    /** Weighs that one cadre takes over the duty of another one. */
    public void weighReplace(int demand, int leaving, int coming, Change change) {
        change.clear();
        if (leaving == coming) {
            return;
        }
        alone(leaving, demand, -1, change);
        alone(coming, demand, 1, change);
        together(leaving, demand, NONE, change);
        together(coming, NONE, demand, change);
        change.cost(teams.growth(teams.teamOf(demand), leaving, coming));
        int day = dayOf(demand);
        weighAway(
                index.unitOf(leaving),
                departures(leaving, demand, NONE),
                index.unitOf(coming),
                arrivals(coming, NONE, demand),
                day,
                change);
    }

    /** Weighs that a cadre leaves one duty for another. */
    public void weighMove(int cadre, int from, int to, Change change) {
        change.clear();
        if (from == to) {
            return;
        }
        alone(cadre, from, -1, change);
        alone(cadre, to, 1, change);
        together(cadre, from, to, change);
        cover.leave(from, board.heads(from), change);
        cover.join(to, board.heads(to), change);
        int fromTeam = teams.teamOf(from);
        int toTeam = teams.teamOf(to);
        if (fromTeam != toTeam) {
            change.cost(teams.growth(fromTeam, cadre, NONE) + teams.growth(toTeam, NONE, cadre));
        }
        int unit = index.unitOf(cadre);
        change.breakRules(away.growth(unit, dayOf(from), departures(cadre, from, to)));
        change.breakRules(away.growth(unit, dayOf(to), arrivals(cadre, from, to)));
    }

    /** Weighs that two different cadres exchange a duty each. */
    public void weighSwap(int cadre, int demand, int other, int otherDemand, Change change) {
        change.clear();
        if (demand == otherDemand || cadre == other) {
            return;
        }
        alone(cadre, demand, -1, change);
        alone(cadre, otherDemand, 1, change);
        alone(other, otherDemand, -1, change);
        alone(other, demand, 1, change);
        together(cadre, demand, otherDemand, change);
        together(other, otherDemand, demand, change);
        int team = teams.teamOf(demand);
        int otherTeam = teams.teamOf(otherDemand);
        if (team != otherTeam) {
            change.cost(teams.growth(team, cadre, other) + teams.growth(otherTeam, other, cadre));
        }
        int unit = index.unitOf(cadre);
        int otherUnit = index.unitOf(other);
        weighAway(
                unit,
                departures(cadre, demand, otherDemand),
                otherUnit,
                arrivals(other, otherDemand, demand),
                dayOf(demand),
                change);
        weighAway(
                otherUnit,
                departures(other, otherDemand, demand),
                unit,
                arrivals(cadre, demand, otherDemand),
                dayOf(otherDemand),
                change);
    }

    /**
     * The first rule, in the order of {@link Rule}, that a new duty would break further; empty when it breaks none. That
     * the demand may be full already is left aside.
     */
    public Optional<Rule> obstacle(int cadre, int demand) {
        var alone = index.obstacle(cadre, demand);
        if (alone.isPresent() && !TOGETHER.contains(alone.get())) {
            return alone;
        }
        count(cadre, NONE, NONE);
        var before = new long[TOGETHER.size()];
        for (int place = 0; place < before.length; place++) {
            before[place] = cadres.quantity(TOGETHER.get(place), cadre);
        }
        count(cadre, NONE, demand);
        for (int place = 0; place < before.length; place++) {
            var rule = TOGETHER.get(place);
            long growth = index.quantityAlone(rule, cadre, demand)
                    + cadres.quantity(rule, cadre)
                    - before[place]
                    + (rule == Rule.UNIT_CEILING ? growthAboveCeiling(cadre, demand) : 0);
            if (growth > 0) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private long growthAboveCeiling(int cadre, int demand) {
        return away.growth(index.unitOf(cadre), dayOf(demand), arrivals(cadre, NONE, demand));
    }

    /** Gives a duty. */
    public void add(int cadre, int demand) {
        weighAdd(cadre, demand, step);
        int arrivals = arrivals(cadre, NONE, demand);
        board.add(cadre, demand);
        teams.add(teams.teamOf(demand), cadre);
        away.add(index.unitOf(cadre), dayOf(demand), arrivals);
        recountTogether(cadre);
        take(step);
        log.added(cadre, demand);
    }

    /** Takes a duty away. */
    public void remove(int cadre, int demand) {
        weighRemove(cadre, demand, step);
        int departures = departures(cadre, demand, NONE);
        board.remove(cadre, demand);
        teams.remove(teams.teamOf(demand), cadre);
        away.add(index.unitOf(cadre), dayOf(demand), departures);
        recountTogether(cadre);
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
        while (log.size() > mark) {
            int last = log.size() - 1;
            if (log.isAddition(last)) {
                remove(log.cadre(last), log.demand(last));
            } else {
                add(log.cadre(last), log.demand(last));
            }
            log.cutTo(last);
        }
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

    /** What a duty costs whatever else the cadre does. */
    private void alone(int cadre, int demand, int sign, Change change) {
        if (!index.mayServe(cadre, demand)) {
            change.breakRules(sign * brokenAlone(cadre, demand));
        }
        change.cost(sign * index.dutyCost(cadre, demand));
    }

    private long brokenAlone(int cadre, int demand) {
        long broken = 0;
        for (var rule : ALONE) {
            broken += index.quantityAlone(rule, cadre, demand);
        }
        return broken;
    }

    /** What the duties of a cadre cost together after a step, and did not before. */
    private void together(int cadre, int leaving, int coming, Change change) {
        count(cadre, leaving, coming);
        long asked = cadres.asked() - askedOfCadre[cadre];
        change.breakRules(cadres.hard() - hardOfCadre[cadre] - asked);
        change.missDuties(asked);
        change.cost(cadres.soft() - softOfCadre[cadre]);
    }

    private void recountTogether(int cadre) {
        count(cadre, NONE, NONE);
        hardOfCadre[cadre] = cadres.hard();
        askedOfCadre[cadre] = cadres.asked();
        softOfCadre[cadre] = cadres.soft();
    }

    private CadreCount countOf(int cadre) {
        count(cadre, NONE, NONE);
        return cadres;
    }

    private void count(int cadre, int leaving, int coming) {
        if (board.duties(cadre) + 1 > buffer.length) {
            buffer = new int[2 * buffer.length];
        }
        cadres.count(cadre, buffer, board.dutiesAfter(cadre, leaving, coming, buffer));
    }

    /** Weighs that people of two units, perhaps the same, come and go on one day. */
    private void weighAway(int unit, int departures, int otherUnit, int arrivals, int day, Change change) {
        if (unit == otherUnit) {
            change.breakRules(away.growth(unit, day, departures + arrivals));
        } else {
            change.breakRules(away.growth(unit, day, departures));
            change.breakRules(away.growth(otherUnit, day, arrivals));
        }
    }

    /** 1 when the cadre is away on the day of {@code coming} only because of it. */
    private int arrivals(int cadre, int leaving, int coming) {
        return isAwayWithout(cadre, dayOf(coming), NONE) || (leaving != NONE && dayOf(leaving) == dayOf(coming))
                ? 0
                : 1;
    }

    /** -1 when the cadre is no longer away on the day of {@code leaving} without it. */
    private int departures(int cadre, int leaving, int coming) {
        return isAwayWithout(cadre, dayOf(leaving), leaving) || (coming != NONE && dayOf(leaving) == dayOf(coming))
                ? 0
                : -1;
    }

    /** Whether the cadre is on duty on a day, one of its duties on {@code without} left aside. */
    private boolean isAwayWithout(int cadre, int day, int without) {
        boolean isLeftAside = without == NONE;
        for (int place = 0; place < board.duties(cadre); place++) {
            int demand = board.demand(cadre, place);
            if (!isLeftAside && demand == without) {
                isLeftAside = true;
            } else if (dayOf(demand) == day) {
                return true;
            }
        }
        return false;
    }

    private int dayOf(int demand) {
        return index.day(index.windowOf(demand));
    }
}
