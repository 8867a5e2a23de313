/**
 * Incremental (delta) evaluation: the score of a schedule, kept up to date while duties are given and taken away.
 *
 * <h2>Problem</h2>
 *
 * <p>A search tries millions of steps and takes few of them. Counting a schedule of {@code haidian} anew takes
 * milliseconds; what a single step would change has to take a microsecond and allocate nothing. The score is a sum of
 * terms, each of which looks at little:
 *
 * <pre>{@code
 * score = - ( sum over duties              alone(cadre, demand)         ProblemIndex: eligibility, travel, wishes, ...
 *           + sum over cadres              together(duties of cadre)    CadreCount: rest, limits, fairness, pins, ...
 *           + sum over demands             heads(number of heads)       CoverCount
 *           + sum over teams               team(units, experienced)     TeamBoard
 *           + sum over units and days      above(people away) )         AwayCount
 * }</pre>
 *
 * <p>so that the difference that a step makes is that of the terms which it touches:
 *
 * <pre>{@code
 *   weighReplace(d, leaving, coming, change):       who serves where (DutyBoard)
 *
 *        alone(coming, d) - alone(leaving, d)             demand d:  [ leaving ] -> [ coming ]
 *      + together(leaving without d) - what is kept       leaving:   ... d ...   -> ... ...
 *      + together(coming with d)     - what is kept       coming:    ... ...     -> ... d ...
 *      + growth of the team of d                          team:      units and experienced heads, one out, one in
 *      + growth of the ceilings of both units             unit, day: away - 1, away + 1
 *      = Change( hard, avoidable, medium, soft )          nothing has changed yet; replace(...) would
 * }</pre>
 *
 * <h2>Method, step by step</h2>
 *
 * <ol>
 *   <li>{@link ScoreKeeper} is the way in: {@code weigh...} fills a {@link Change} and leaves the schedule as it is
 *       ({@link StepWeigher} adds up the terms); {@code add} and {@code remove} take a step; all others are made of
 *       these two.
 *   <li>{@link DutyBoard} has the cadres of each demand and the duties of each cadre in the order of time, as arrays,
 *       and writes the duties of a cadre <em>as they would be</em> into a buffer.
 *   <li>{@link CadreCount} counts such a row of duties: times by {@link org.muster.problem.index.DutyTimes}, duty
 *       rules by {@link org.muster.problem.index.DutyRuleExcess}. What each cadre's duties cost now is kept ({@link CadreCosts}), so that only
 *       the new row is counted.
 *   <li>{@link CoverCount}, {@link TeamBoard} and {@link AwayCount} answer from counters in constant or nearly
 *       constant time.
 *   <li>{@link StepLog} remembers steps: {@code mark} and {@code undoTo} take compound moves back.
 *       {@link ScheduleSnapshot} (a roll) copies who serves where, and lets one keeper become another.
 *   <li>{@link Quantities} says what each rule counts ({@link QuantityCount}), of everything or of what some steps
 *       touched ({@link AffectedItems}): explanations and change previews are made of it.
 *   <li>{@link Merit} is the order in which schedules are compared wherever one is kept, shown or delivered.
 *       {@link ScoreParts} offers the same terms one by one to the exact search.
 * </ol>
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>delta</b>: new value less old one, of each level; more is better.
 *   <li><b>avoidable</b>: the hard level but for rules that ask for duties: what empty seats can always keep. It comes
 *       first in {@link Merit}, since an empty seat is better than an order that must not be given.
 *   <li><b>asked</b>: the excess of required rules that only more duties can mend. <b>Mendable</b>: that more duties
 *       could mend. <b>Lasting</b>: that none can.
 *   <li><b>growth</b>: by how much a term would rise after a step.
 * </ul>
 *
 * <h2>Exact, limits</h2>
 *
 * <p>Exact for every schedule, broken ones included: a seeded property test holds it equal to the
 * {@link org.muster.evaluation.referee.Referee}, with which it shares no code. The time of a step grows with the
 * duties of the cadres whom it concerns, and with the days of the horizon where their rules look at days. JMH at
 * {@code haidian}: a replacement is weighed a million times a second, taken and taken back half a million times (few
 * samples: orders of magnitude). A keeper belongs to one thread; searchers have one each.
 *
 * <h2>Source</h2>
 *
 * <p>H. H. Hoos and T. Stützle, "Stochastic Local Search: Foundations and Applications", Morgan Kaufmann (2004):
 * incremental updates of evaluation functions.
 */
@NullMarked
package org.muster.evaluation.incremental;

import org.jspecify.annotations.NullMarked;
