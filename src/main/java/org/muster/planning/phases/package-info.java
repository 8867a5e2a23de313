/**
 * The search on plain arrays: simulated annealing, ejection chains and exchanges, side by side on all cores.
 *
 * <h2>Problem</h2>
 *
 * <p>Given a schedule, find a better one until time or steps are over. Each searcher has a
 * {@link org.muster.evaluation.incremental.ScoreKeeper}, which weighs a move in about a microsecond: at the size of
 * {@code haidian} a million steps a second where Timefold's own search would try a thousand.
 *
 * <h2>Method, step by step</h2>
 *
 * <pre>{@code
 *  round 1: strips         round 2: turned 45 degrees      a round, in each strip:
 *  +-----+-----+           +-----------+                     Annealer    half of the steps
 *  |     |     |           |  \        |                     Exchange    the other half
 *  |  A  |  B  |   ---->   | A   \  B  |   ----> ...       then: put together, fill open heads,
 *  |     |     |           |       \   |                     keep the best (repaired)
 *  +-----+-----+           +-----------+
 * }</pre>
 *
 * <ol>
 *   <li>{@link Division} cuts the district into strips with about as many seats each; the {@link Scope} of a
 *       {@link Searcher} is whole teams and the people whose duties all lie there. Each reserves its share of what
 *       unit ceilings still allow. {@link ArraySearch} puts the changes together after a round (40 steps for each seat
 *       in all, 20,000 a searcher at least) and cuts anew.
 *   <li>{@link Annealer} draws a seat and a move: a likely cadre or one of a unit in the team takes over
 *       ({@link Draw}), two swap ({@link Neighbourhood}), two exchange all duties, a free seat is filled, a seat is
 *       left out.
 *       {@link Acceptance}: never worse at the hard level, nor at the medium one where the hard one stays; a loss of
 *       {@code D} points is taken with probability {@code exp(-D / T)}. {@link Temperature} falls geometrically from 2
 *       points to 0.4.
 *   <li>{@link EjectionChain}, every fourth step on a head: a cadre leaves one seat for another, whose place the best
 *       of six who are drawn takes, up to three moves and one who leaves nothing. {@link CeilingStep} brings in
 *       a cadre whom a full ceiling keeps away while a colleague stays at home ({@link Colleagues}).
 *   <li>{@link Exchange} takes one head out of each team of a window and solves who goes where as an
 *       {@link AssignmentProblem} (on a {@link LongHeap}): all rings and chains of exchange at once, a very
 *       large-scale neighbourhood. Costs are exact while a team has one open place; exponential noise lets worse ones
 *       win now and then.
 *   <li>{@link CoverCompletion} fills required heads that several people must move for: a tree search 2, 3, 5 and 8
 *       people deep over the ways that {@link Newcomers} finds. It runs before the first round and between rounds.
 *   <li>{@link HardRepair} takes duties away, the least loss first, until each rule is kept that empty seats can keep.
 *       It is used on what is to be kept, every few rounds and at the end; the search itself goes on unrepaired.
 * </ol>
 *
 * <p>Around it: {@link CandidateFill} fills heads where there is no time for a flow; {@link WholeSchedule} hands a
 * schedule to Timefold as one {@link Reseating}; {@link SeatMoves} draws moves for Timefold's local search.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>likely cadres</b>: candidate list of a demand, the cheapest first
 *       ({@link org.muster.planning.model.LikelyCadres}).
 *   <li><b>temperature</b>: about how many points a step may cost.
 *   <li><b>mark, undo</b>: compound moves are made step by step and taken back where the whole is not accepted.
 *   <li><b>roll</b>: a {@link org.muster.evaluation.incremental.ScheduleSnapshot} by which searchers follow each
 *       other.
 * </ul>
 *
 * <h2>Exact, heuristic, limits</h2>
 *
 * <p>Each assignment problem is solved exactly (shortest augmenting paths); everything else is heuristic. The same
 * seed, steps and number of searchers give the same schedule, unless time ends the search or sets the pace. Ceilings
 * are not in the assignment problem: an exchange that breaks one is taken back. At equal processor time of one thread,
 * chains and exchanges with free people took {@code dongcheng} from 177,196 points to 176,982 in 10 s; ruin and
 * recreate gained no more beside them than seeds differ and was left out. Completion left no head out that trying all
 * schedules fills on 2,000 random districts of five or six people.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, "Optimization by simulated annealing", Science 220 (1983).
 *   <li>F. Glover, "Ejection chains, reference structures and alternating path methods for traveling salesman
 *       problems", Discrete Applied Mathematics 65 (1996).
 *   <li>R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
 *       problems", Computing 38 (1987).
 *   <li>R. K. Ahuja, Ö. Ergun, J. B. Orlin and A. P. Punnen, "A survey of very large-scale neighborhood search
 *       techniques", Discrete Applied Mathematics 123 (2002).
 *   <li>R. E. Korf, "Depth-first iterative-deepening", Artificial Intelligence 27 (1985).
 * </ul>
 */
@NullMarked
package org.muster.planning.phases;

import org.jspecify.annotations.NullMarked;
