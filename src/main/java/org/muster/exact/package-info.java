/**
 * Small problems solved to the optimum by dynamic programming, and proofs that required minimums cannot be kept.
 *
 * <h2>Problem</h2>
 *
 * <p>Let F(c) be all sets of duties that the rules allow cadre <i>c</i>, pins included. A schedule chooses one of them
 * for each cadre:
 *
 * <pre>{@code
 * lexicographic min  ( broken minimums,  missing heads by priority,  points )
 *    points = sum over c of cost(S(c)) + sum over demands of cost(heads) + sum over teams of cost(units, experience)
 * s.t.  S(c) in F(c)        each cadre
 *       heads <= max        each demand
 *       cadres away <= ceiling   each unit and day
 * }</pre>
 *
 * <p>Broken minimums are first because of the order of the score's levels, and are the only rules that may be broken:
 * they count where no schedule keeps them all.
 *
 * <h2>Method, step by step</h2>
 *
 * <ol>
 *   <li>{@link DutySets} lists F(c) as a tree in which a child has one later duty than its parent. Sets are weighed by
 *       {@link org.muster.evaluation.incremental.ScoreParts}, and a branch is cut off where a rule is broken that
 *       further duties cannot mend.
 *   <li>{@link Combination} takes cadre after cadre, those of a unit in a row. {@link Layout} packs what the cadres so
 *       far leave behind into 63 bits: heads of demands, experienced heads and the present unit in teams, its people
 *       away on each day. What no cadre to come can change is erased, so that more ways lead to the same state.
 *   <li>{@link StateTable} keeps the best way to each state: {@code V(k, s) = min over S in F(k) and states r that S
 *       leads from to s of V(k-1, r) + cost of the step}. The best last state is traced back to a schedule.
 *   <li>{@link ExactSearch} first asks whether any combination keeps the minimums, then for the best; the
 *       {@link Optimum} is counted anew by the {@link org.muster.evaluation.incremental.ScoreKeeper}; an exception
 *       tells where the two differ.
 *   <li>{@link Budget} ends the search after so many steps. Steps, not time or size, decide what is small: a problem
 *       comes to the same end on any machine.
 * </ol>
 *
 * <pre>{@code
 *   start       after cadre 1       after cadre 2        A state here: heads on d1, heads on d2.
 *
 *            .--{}----> 00 --{}-------> 00
 *           /             \
 *          /               '--{d1}----> 10               Two ways lead to state 10, two to 11:
 *    00 -----{d1}-----> 10 --{}-------> 10               of each only the best one is followed. After the last
 *          \               '--{d2}----> 11               cadre who could serve in a team, its bits are erased,
 *           \                                            and more states fall together.
 *            '--{d2}--> 01 --{d1}-----> 11
 * }</pre>
 *
 * <h2>Why not branch and bound</h2>
 *
 * <p>People who are alike make a depth-first search try the same schedule again and again; here such ways meet in one
 * state. No bound is used: states are dominated, not cut off.
 *
 * <h2>Infeasibility</h2>
 *
 * <p>{@link Infeasibility} tries three proofs, one after the other: some cadre's F(c) is empty; a maximum flow
 * ({@link DutyCounting} on a {@link UnitFlow}) finds fewer duties than people need together, and the minimum cut names
 * these people; no combination of sets is left. People and rules ({@link RequiredRules}) are then left out one by one
 * as long as the proof still holds (a deletion filter), so that the {@link Reason} cannot be shortened, as far as
 * steps allow: an irreducible infeasible set. Finding nothing is no proof that a schedule exists.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>state</b>: all that the cost and feasibility of the rest depend on; two ways to one state are comparable.
 *   <li><b>required minimum</b>: a required duty rule that more duties could mend, such as the fewest duties.
 * </ul>
 *
 * <h2>Exact, limits</h2>
 *
 * <p>What is returned is optimal or proven; what is too large comes back empty. Limits: 30 million steps, 200 demands,
 * 63 bits, 400,000 states after a cadre. The number of states grows exponentially with demands that are open at once,
 * the number of sets with the duties of one cadre. A solve with a time limit alone spends a quarter of it here at
 * most.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>R. E. Bellman, "Dynamic Programming", Princeton University Press (1957).
 *   <li>J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow problems", J.
 *       ACM 19 (1972); P. Hall, "On representatives of subsets", J. London Math. Soc. 10 (1935).
 *   <li>J. W. Chinneck and E. W. Dravnieks, "Locating minimal infeasible constraint sets in linear programs", ORSA
 *       Journal on Computing 3 (1991): the deletion filter.
 * </ul>
 */
@NullMarked
package org.muster.exact;

import org.jspecify.annotations.NullMarked;
