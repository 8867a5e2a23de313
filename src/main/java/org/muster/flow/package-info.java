/**
 * Minimum-cost flow: the first schedule of a problem, and what every person's time is worth.
 *
 * <h2>Problem</h2>
 *
 * <p>Demands <i>d</i> (a site, a window, a post) want heads; cadres <i>c</i> can fill them. With x(d,c) in {0, 1} for
 * "<i>c</i> serves on <i>d</i>" and o(d) heads left out, the relaxation that this package solves is
 *
 * <pre>{@code
 * min   sum w(d,c) x(d,c)  +  sum left-out(d, o(d))  +  sum further(c, number of duties of c)
 * s.t.  sum over c of x(d,c)  +  o(d)  =  seats(d)                 each demand
 *       sum over d in g of x(d,c)  <=  1                           each cadre, each group g of conflicting windows
 *       number of duties of c  <=  most(c)                         each cadre
 *       cadres of u who serve  <=  ceiling(u)                      each unit, where a single day is planned
 * }</pre>
 *
 * <p>left-out and further are convex and piecewise linear, so that parallel arcs of rising cost state them, and the
 * optimum is a whole number on each arc:
 *
 * <pre>{@code
 *   demand ----> slot ------> (day) -----> cadre =====> (unit) ----> SINK
 *   supply:      cadre and    only where   1st duty,    only for     takes all
 *   its seats    group of     a long day   2nd duty,    one day:
 *      |         conflicting  costs more   3rd duty     capacity =
 *      |         windows      than its     cost more    room below
 *      |                      duties       and more     the ceiling
 *      +====> SINK: heads left out; required ones by priority, then wanted ones, then those above
 * }</pre>
 *
 * <h2>Method, step by step</h2>
 *
 * <ol>
 *   <li>{@link ConflictGroups} finds windows of which a cadre takes one at most. {@link DutyCosts} prices a pair
 *       (duty, first step of fairness, long day, leaving the last site, what was published), {@link HeadCosts} a head
 *       that is left out; {@link LongDays} says what several duties of a date add at least. Together the duties of a
 *       cadre never count more than a schedule pays, so that bounds can be built on these costs.
 *   <li>{@link StaffingNetwork} begins with the cheapest pairs of each demand (60 and two for each seat;
 *       {@link TopK}). {@link NetworkSimplex} solves this {@link FlowNetwork}. Of all other pairs, those with a
 *       negative reduced cost {@code w(d,c) + price of the cadre's time - price of the head} are added, 40 a demand at
 *       most, and the simplex goes on from its last tree. Where none is left the flow is the cheapest over
 *       <em>all</em> pairs: column generation, known as sifting where the columns are all at hand.
 *   <li>{@link FlowPlanner} makes a schedule of it. Where people may serve twice a day, {@link FullDays} places those
 *       for whom the flow has two duties at one site, and a second flow gives one duty a day to the others.
 *       {@link TeamPrices} then lets a duty pay for the unit that it adds to a team, twice over. Duties are taken over
 *       into the {@link PartialSchedule} where they break no rule ({@link
 *       org.muster.problem.index.DutyRuleExcess} counts duty rules).
 *   <li>{@link Repair} fills the heads that are still open: by people who are free, else by {@link AugmentingChains}.
 *   <li>{@link TimeValues} keeps the dual prices: search and bounds begin with them. {@link FlowPlan} holds both.
 * </ol>
 *
 * <p>{@link CoverFlow} is a second, smaller network with required heads only and people who are alike as one node. No
 * schedule leaves fewer weighted heads out than it does; its residual graph gives minimum cuts, which
 * {@link org.muster.bounds.ShortageCertificate} turns into proofs.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>price</b>, also dual value or node potential: what one more unit at a node costs on its cheapest way out.
 *   <li><b>reduced cost</b>: cost of an arc plus the potential of its tail, less that of its head; none is negative at
 *       an empty arc of a cheapest flow.
 *   <li><b>strongly feasible tree</b>: each tree arc could carry one more unit towards the root. The leaving arc is
 *       chosen so that the tree stays like this; then the simplex cannot cycle.
 *   <li><b>way out</b>: the arc towards the sink with which each node is born, so that there is always a first tree.
 * </ul>
 *
 * <h2>Exact, heuristic, limits</h2>
 *
 * <p>The flow and the cover are exact for their networks, unless they are cancelled. The schedule is a heuristic one:
 * the network leaves out rest between windows of different groups, all goals about teams, duty rules but for the most
 * duties, and ceilings where several days flow together. Prices on duties stand for some of this. Several days are one
 * flow up to 300,000 pairs, else they are planned day by day, and each once more. No polynomial number of pivots is
 * promised; the first schedule of {@code haidian} (21,891 seats, 32,648 cadres) took 29 s of processor time.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>R. K. Ahuja, T. L. Magnanti and J. B. Orlin, "Network Flows", Prentice Hall (1993): everything here.
 *   <li>W. H. Cunningham, "A network simplex method", Math. Programming 11 (1976): strongly feasible trees.
 *   <li>Z. Király and P. Kovács, "Efficient implementations of minimum-cost flow algorithms", Acta Univ. Sapientiae,
 *       Informatica 4 (2012): the block search for the entering arc, and how codes compare.
 *   <li>R. E. Bixby et al., "Very large-scale linear programming: a case study in combining interior point and simplex
 *       methods", Operations Research 40 (1992): sifting.
 *   <li>C. Berge, "Two theorems in graph theory", Proceedings of the National Academy of Sciences 43 (1957).
 * </ul>
 */
@NullMarked
package org.muster.flow;

import org.jspecify.annotations.NullMarked;
