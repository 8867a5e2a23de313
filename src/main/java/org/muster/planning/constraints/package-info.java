/**
 * Every rule as a constraint stream of Timefold: one small method a rule.
 *
 * <h2>Problem</h2>
 *
 * <p>The second of three statements of one model: these streams, the referee, and the evaluator on numbers
 * ({@link org.muster.evaluation.incremental}) state the rules independently, and a property test holds them equal on
 * random problems and schedules, broken ones included. Timefold scores with the streams; where they differed from the
 * referee, the referee would count.
 *
 * <h2>Formulation</h2>
 *
 * <pre>{@code
 * score(level) = - sum over rules of the level of  weight(rule) * quantity(rule)
 * quantity     =   sum over matches of the rule's stream of its match weight
 *
 *   for each Seat --> filter --> join or group by --> filter --> penalize(weightOf(rule), quantity)
 *        |                            |
 *        |     by cadre: all duties in the order of time (Streams.dutiesOfCadres, shared by many rules)
 *        |     by team (site and window): distinct units, heads, experienced heads
 *        |     by demand: heads, empty seats included
 *        |     by unit and day: distinct cadres
 *        +-- changed seat: only the groups it is in are counted anew (incremental score calculation)
 * }</pre>
 *
 * <p>A hard rule counts in its natural unit (minutes of rest missing, people above a ceiling, duties), so that a
 * search sees progress. Weights come from the problem at solving time ({@link org.muster.planning.model.RuleWeights}).
 *
 * <h2>Where each rule is</h2>
 *
 * <ul>
 *   <li>{@link RosterConstraints}: the provider, a table of contents in the order of
 *       {@link org.muster.problem.rules.Rule}.
 *   <li>{@link EligibilityConstraints}: one cadre and one duty: skill, availability, service, age, care, confinement.
 *       A glance at a prepared table spares nearly all duties the six rules.
 *   <li>{@link RestConstraints}: the duties of a cadre side by side: overlap and rest, day limit, one seat in a
 *       window.
 *   <li>{@link DutyRuleConstraints}: limits over the horizon, required ({@code duty-rules} as a rule) and preferred
 *       (as a goal). They hold for those who stay at home too, hence the stream of cadres without a seat.
 *   <li>{@link UnitConstraints}: ceilings. {@link CoverConstraints}: headcount, cover, ideal and over cover.
 * <li>{@link DisruptionConstraints}: pinned and published assignments that are missing.
 *   <li>{@link PlaceConstraints}: travel, home, unit pairing, same site. {@link PreferenceConstraints}: wishes, scarce
 *       skills. {@link FairnessConstraints}: fairness and long days. {@link TeamConstraints}: units and experience.
 *   <li>{@link Streams}: where several rules start from; Timefold builds a shared beginning once.
 * </ul>
 *
 * <p>Fairness is quadratic: with B hours before the plan and M in it, a cadre counts {@code (B + M)^2 - B^2}, so that
 * the same hours cost least where the load is least. Long days count whole hours beyond eight of a date, squared,
 * likewise.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>hard, medium, soft</b>: levels of the score, compared in this order.
 *   <li><b>match weight</b>: what one match of a stream counts, a {@code long}, never a floating-point number.
 *   <li><b>service</b>: an unbroken row of duties of a cadre at one site; rest is asked for between services.
 * </ul>
 *
 * <h2>Limits</h2>
 *
 * <p>Exact: the score is that of the definition. Streams are for reading and for small problems: a replacement is
 * weighed about 70,000 times a second at {@code haidian}, on plain arrays a million times (JMH, few samples: orders of
 * magnitude). A new rule does not compile until the referee counts it.
 */
@NullMarked
package org.muster.planning.constraints;

import org.jspecify.annotations.NullMarked;
