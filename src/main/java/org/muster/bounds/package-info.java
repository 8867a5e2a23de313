/**
 * Lower bounds: what no schedule can beat, by Lagrangian relaxation, and certificates for shortages.
 *
 * <h2>Problem</h2>
 *
 * <p>A schedule that a heuristic found tells nothing of how good it could be. {@link BoundCalculator} finds a pair of
 * medium and soft score that no schedule which keeps the rules exceeds; the gap between it and the schedule is what
 * users are shown. {@link ShortageCertificate} says why heads stay empty, in numbers that people can recount.
 *
 * <h2>Formulation</h2>
 *
 * <p>Teams (all who serve at one site in one window) and cadres look at the same decision from two sides. Each side
 * gets a copy of its own: x(t,c,s) for "team <i>t</i> takes <i>c</i> in slot <i>s</i>", y(c,s) for "<i>c</i> serves in
 * <i>s</i>" (a slot is a group of conflicting windows, or a whole day at one site). The equations between the copies,
 * and the ceilings of units, are relaxed with multipliers p (of any sign) and q (0 or more):
 *
 * <pre>{@code
 * L(p,q) =  sum over teams t    min { cost of staffing t  +  sum p(c,s) x(t,c,s) }              TeamStaffing
 *         + sum over cadres c   min { further cost of duties  -  sum p(c,s) y(c,s)  +  q away }  CadreTime
 *         - sum over units u and days of q(u,day) * room(u,day)
 *
 *                 teams buy                  cadres sell
 *   +--------+     x(t,c,s)    +--------+     y(c,s)     +-----------+
 *   | team 1 |---------------->|  p     |<---------------| cadre 1   |   absent people of
 *   | team 2 |  too many buy:  | prices |  too few buy:  | cadre 2   |-- a unit pay q a day;
 *   |  ...   |  p rises        |        |  p falls       |   ...     |   above the ceiling q rises
 *   +--------+                 +--------+                +-----------+
 * }</pre>
 *
 * <p>Whatever p and q are, L(p,q) is at most the cost of every schedule: prices decide how tight a bound is, never
 * whether it holds. Since both sides are solved as whole problems, the best L is at least the bound of the linear
 * relaxation (Lagrangian decomposition).
 *
 * <h2>Method, step by step</h2>
 *
 * <ol>
 *   <li>{@link org.muster.flow.CoverFlow} gives the medium bound. The soft bound holds for schedules that reach it.
 *   <li>{@link Multipliers} begin with the dual prices of the flow ({@link org.muster.flow.TimeValues}).
 *       {@link SiteDays} makes the {@link Team teams} of each {@link SiteDay}; seats are in a {@link HeadGroup}.
 *   <li>{@link TeamStaffing} staffs a team exactly among its {@link Candidates}: dynamic programming over units and
 *       their people; a state is the heads of each group and the experienced ones. {@link CadreTime} is dynamic
 *       programming over the days of a {@link Calendar}: rest from day to day, days in a row, the most duties.
 *   <li>{@link SubgradientAscent} lowers the price of what is sold by the length of a step, then goes through the sites
 *       in random order and raises, by as much, the price of what each team buys: the next one decides at the new
 *       price. The k-th length is a fifth of what a head costs on average, divided by {@code 1 + k / 10}; q rises and
 *       falls with the part of a unit's people that is above or below the ceiling. Teams are staffed from those who
 *       came near to being candidates at the last proof.
 *   <li>Every 20 steps the {@link MeanPrices means} of the last ten become the prices, and {@code prove} computes L
 *       anew over <em>all</em> pairs of demand and cadre
 *       ({@link PricedCadres}): who is not a candidate is offered at the least that anyone else costs, from no unit.
 *       Only these {@link Bound bounds} are published. 300 steps come near to what can be reached.
 * </ol>
 *
 * <h2>Certificates</h2>
 *
 * <p>By Hall's condition heads are missing where a set of demands requires more than all who may serve any of them can
 * fill. The residual graph of the cover flow gives such a set (the reachable side of a minimum cut);
 * {@link ShortageCertificate} counts people and heads anew from the problem and, of sixty demands at most, leaves out
 * those without which as many heads are missing. Where counting proves nothing there is no certificate.
 *
 * <h2>Terms</h2>
 *
 * <ul>
 *   <li><b>multiplier</b>, price: the Lagrange multiplier of a relaxed equation, in parts of a point.
 *   <li><b>subgradient</b>: the imbalance, bought less sold, at the optima of the subproblems; L is concave and
 *       piecewise linear in the prices.
 * </ul>
 *
 * <h2>Exact, heuristic, limits</h2>
 *
 * <p>Each published bound is proven; how tight it is depends on steps. Not known to it: changes of site within the
 * plan, rest but from one day to the next, duty rules but for the most duties, runs of days and travel. Teams with
 * more than 20,000 states put head groups together, and leave experience aside where that is not enough. Sums are
 * checked for overflow: then no further bound is published. Multipliers on each cadre's share of a unit instead of
 * whole teams left the bound 0.3 % too low at {@code dongcheng}; 40 steps take 25 s of processor time at {@code
 * haidian}.
 *
 * <h2>Sources</h2>
 *
 * <ul>
 *   <li>M. Held and R. M. Karp, "The traveling-salesman problem and minimum spanning trees: Part II", Math.
 *       Programming 1 (1971); M. Held, P. Wolfe and H. P. Crowder, "Validation of subgradient optimization", Math.
 *       Programming 6 (1974).
 *   <li>M. L. Fisher, "The Lagrangian relaxation method for solving integer programming problems", Management Science
 *       27 (1981); M. Guignard and S. Kim, "Lagrangean decomposition", Math. Programming 39 (1987).
 *   <li>A. Nedić and D. P. Bertsekas, "Incremental subgradient methods for nondifferentiable optimization", SIAM
 *       Journal on Optimization 12 (2001): one part after the other, with lengths that fall.
 *   <li>P. Hall, "On representatives of subsets", J. London Math. Soc. 10 (1935).
 * </ul>
 */
@NullMarked
package org.muster.bounds;

import org.jspecify.annotations.NullMarked;
