/**
 * One request of several parts (rounds, districts): merged into one problem, decomposed into problems that can be
 * solved side by side, and put together again.
 *
 * <h2>Problem</h2>
 *
 * <p>Districts that plan together share people and units. Solved as one, a city is too large; solved each by itself, a
 * person could be sent to two places, and a unit above its ceiling. Wanted are groups of parts, problems P(g) of the
 * groups and a bound, such that
 *
 * <pre>{@code
 * schedules of all P(g) that keep their rules   =>  their union keeps every rule of the whole
 * score(whole)  =  sum over groups of score(P(g))          but for published duties of people who were lent
 * bound(whole)  =  sum over groups of bound(R(g))          R(g) = P(g) where nothing is shared, else a relaxation of it
 *
 *   request          merged        groups (connected components)      solved apart        answer
 *   part A --\                     /-- A + B : share a team ----------> schedule --\
 *   part B ---+--> one problem ---+                                                +--> one schedule
 *   part C --/    with sections    \-- C     : some people shared ----> schedule --/
 *                                            lent to one group; ceilings divided
 * }</pre>
 *
 * <h2>Method, step by step</h2>
 *
 * <ol>
 *   <li>{@link IdPrefixing} tells identifiers of {@link PartRequest parts} apart that know nothing of each other, but
 *       for shared units and their people. {@link Merging} makes a {@link MergedProblem} with a section for each part,
 *       refuses contradictions, and notes {@link Origins} for faults. {@link Membership} says who may serve in which
 *       part as a skill that the posts of a part ask for ({@link FreshName}).
 *   <li>{@link Groups} unites sections ({@link UnionFind}) that share a demand, a team or a pinned cadre, whose pins
 *       leave no way to divide a ceiling, or of whose people more than half could serve in either. What is left are
 *       the connected components.
 *   <li>{@link SharedResourceAllocation} settles what the groups still share, by a flow over the whole
 *       ({@link org.muster.flow.FlowPlanner}): a shared cadre is lent to the group in which the flow gives them most
 *       duties. A ceiling is divided by what the flow has away on each group's busiest day ({@link PeakAbsence}); the
 *       rest of it in proportion ({@link ProportionalSplit}).
 *   <li>{@link PartProblem} takes demands and people out of the whole, so that all counts stay the same: the horizon
 *       is the whole's, and so is the least load that fairness compares with.
 *   <li>{@link Relaxation} makes R(g), which has all people who could serve in g and whole ceilings; its Javadoc has
 *       the proof, rule by rule, that the sum of its bounds is a bound of the whole.
 *   <li>{@link Splitter} puts this together into a {@link Split} of {@link Part parts}; {@link Split#merge} joins
 *       schedules.
 * </ol>
 *
 * <h2>Why no ceiling breaks</h2>
 *
 * <p>Groups with a day in common, directly or through others, are neighbours. A unit's ceiling C is divided among
 * neighbours as c(1) + ... + c(k), at most C in all, and each group keeps its c(i) on each day; or the unit's people
 * in them are no more than C, and it need not be divided.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>section</b>: what one part asked for, within the merged problem.
 *   <li><b>group</b>: sections that are solved together. <b>Neighbours</b>: groups whose days are connected.
 *   <li><b>lent</b>: a cadre who could serve in several groups and is given to one of them.
 *   <li><b>divided</b>: a unit that has a ceiling of its own in each group.
 *   <li><b>relaxation</b>: a problem that each schedule of the whole, cut to the group, still solves at no higher
 *       cost.
 * </ul>
 *
 * <h2>Exact, heuristic, limits</h2>
 *
 * <p>Where {@link Split#sharesNothing nothing is shared} the decomposition is exact: best schedules of the parts are
 * the best one of the whole. Else who is lent where is a heuristic choice, and the best schedule of the whole may be
 * lost; the bound stays valid, with a larger gap. Rounds of one district share most people, and so are one group.
 * Uniting costs next to nothing; comparing the people of groups takes a pass over bits for each pair of groups. A city
 * of sixteen districts took 57 s with two workers where its districts one after another took 89 s.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", J. ACM 22 (1975); path halving: R. E.
 *       Tarjan and J. van Leeuwen, "Worst-case analysis of set union algorithms", J. ACM 31 (1984).
 * </ul>
 */
@NullMarked
package org.muster.parts;

import org.jspecify.annotations.NullMarked;
