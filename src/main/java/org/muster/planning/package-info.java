/**
 * One solve: a first schedule, the search that improves it, and Timefold where it can add something.
 *
 * <h2>Problem</h2>
 *
 * <p>Fill the seats of demands with cadres so that the score is best:
 *
 * <pre>{@code
 * score = ( hard, medium, soft ),  each  - sum over its rules of weight(rule) * quantity(rule),  compared in this order
 *   hard    what must not be broken: skills, availability, rest, ceilings, seats, duty rules, pins
 *   medium  required heads that are missing, by priority
 *   soft    goals: wanted heads, travel, fairness, teams, preferences, disruption, long days, ...
 * }</pre>
 *
 * <p>This is staff assignment with time windows, a ceiling for each unit and day, and goals over teams: NP-hard in
 * general, with 21,891 seats and 32,648 cadres in the largest district known ({@code haidian}). So it is searched by
 * metaheuristics from a good start, and {@link org.muster.bounds} proves beside it how good the result can be.
 *
 * <h2>Method, step by step</h2>
 *
 * <pre>{@code
 *  time  0 ------------------------------------------------------------------------------> limit
 *        | FirstSchedule     | ArraySearch on all cores (annealing, exchanges) | repair |
 *        | min-cost flow     |                                                 |        |
 *        |                   | Timefold starts, waits ....................... | takes over as one move,
 *        |                   |                                                 | local search where seats are few
 *        +-- reported -------+-- every better schedule is reported ----------------------> delivered
 * }</pre>
 *
 * <ol>
 *   <li>{@link FirstSchedule} keeps a schedule that is given as far as the rules allow
 *       ({@link org.muster.planning.phases.HardRepair}), and completes it by {@link org.muster.flow.FlowPlanner}. What
 *       was published is kept alike; where taking it back is not dear, a flow that may do so is tried as well.
 *   <li>{@link org.muster.planning.model.LikelyCadres} lists for each demand those who cost least there, the value of
 *       their time elsewhere included ({@link org.muster.flow.TimeValues}): 60 and two for each seat; 150 where no
 *       flow tells.
 *   <li>{@link org.muster.planning.phases.ArraySearch} improves on plain arrays until time or steps are over.
 *   <li>{@link RosterSolver} hands its result to Timefold as one move
 *       ({@link org.muster.planning.phases.WholeSchedule}). Up to 400 seats Timefold's local search follows: late
 *       acceptance over 400 scores, moves drawn by {@link org.muster.planning.phases.SeatMoves}, scored by
 *       {@link org.muster.planning.constraints.RosterConstraints}. It then has 30 % of the time that is left.
 *   <li>The better one by {@link org.muster.evaluation.incremental.Merit} is delivered: rules that empty seats can
 *       keep come before everything else. {@link SolveListener} hears of each {@link Progress}.
 * </ol>
 *
 * <p>Where time is over before the flow is through, {@link org.muster.planning.phases.CandidateFill} fills required
 * heads with the first people who are free. Where Timefold would be late, it is left out: when handing over takes more
 * than a quarter of the time limit, or when it has not ended soon after the limit.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>seat</b>: the planning entity; its planning variable is the cadre, who may be none (overconstrained
 *       planning).
 *   <li><b>step</b>: one move that is tried, taken or not; a limit of steps makes a solve repeatable on any machine.
 *   <li><b>late acceptance</b>: hill climbing that accepts what is no worse than the score so many steps ago.
 * </ul>
 *
 * <h2>Exact, heuristic, limits</h2>
 *
 * <p>Everything here is heuristic: nothing proves an optimum. Promised are these: pins stand; no rule is broken that
 * empty seats can keep, but for what pins break among themselves; the result is never worse than a start that keeps
 * the rules. With a limit of steps, two searchers and the seed decide the schedule, unless time ends it first. Median
 * gaps to the proven bound on two cores: 0.21 % at {@code dongcheng} in 10 s, 0.19 % at {@code haidian} in 60 s
 * ({@code benchmarks/history.md}).
 *
 * <p>The model that Timefold plans is in {@link org.muster.planning.model}, the rules in
 * {@link org.muster.planning.constraints}, the search in {@link org.muster.planning.phases}.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>A. T. Ernst, H. Jiang, M. Krishnamoorthy and D. Sier, "Staff scheduling and rostering: a review of
 *       applications, methods and models", European Journal of Operational Research 153 (2004).
 *   <li>E. K. Burke and Y. Bykov, "The late acceptance Hill-Climbing heuristic", European Journal of Operational
 *       Research 258 (2017).
 * </ul>
 */
@NullMarked
package org.muster.planning;

import org.jspecify.annotations.NullMarked;
