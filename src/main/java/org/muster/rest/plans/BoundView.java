package org.muster.rest.plans;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.bounds.Bound;
import org.muster.persistence.plans.Plan;
import org.muster.rest.texts.TextView;

/**
 * What no schedule can beat, and how that is known.
 *
 * @param gap how far the schedule may be from the best, as a share of its soft score; null where that cannot be told
 * @param missingHeads how many weighted heads are missing that perhaps need not be
 * @param parts what the bound takes into account; everything else counts as if it cost nothing
 * @param steps how often the prices of the method were improved
 * @param elapsed how long the calculation took, until this bound was proven
 */
public record BoundView(
        long medium,
        long soft,
        @Nullable Double gap,
        @Nullable Long missingHeads,
        List<BoundPartView> parts,
        TextView method,
        int steps,
        Duration elapsed) {

    private static final TextView METHOD = new TextView(
            "先用最大流求出必须空缺的最少人数（按优先级加权），再给每个人的时间定价（拉格朗日松弛，从最小费用流的对偶价格出发，用次梯度法逐步改进）：每个班组按价格用最省的办法配齐，每个人按规则把时间卖得最贵，两者之和就是软目标的下限；每个下限都对全部岗位与人员的组合核算过。",
            "A maximum flow tells how many heads, weighted by priority, have to stay empty. Then everybody's time gets a price (a Lagrangian relaxation that begins with the prices of a cheapest flow and is improved by subgradient steps): what the teams cost at least at these prices, less what the cadres earn at most within the rules, is the least cost of the goals, checked over every pair of demand and cadre.");

    private static final TextView EXACT = new TextView(
            "问题较小，已求出最优解：逐人列出规则允许的全部班次组合，用动态规划逐人合并，凡对后面的人影响相同的方案只保留最好的一个；结果由增量评估器复核。",
            "The problem is small and was solved to the end: all sets of duties that the rules allow each cadre are combined cadre by cadre (dynamic programming), and of all ways that leave the same behind for those to come only the best is followed. The evaluator has counted the result anew.");

    /** Something that the bound takes into account. */
    public record BoundPartView(Bound.Part part, TextView text) {

        static BoundPartView of(Bound.Part part) {
            return new BoundPartView(
                    part,
                    switch (part) {
                        case COVER ->
                            new TextView("必需人数按优先级计，以及谁能胜任", "Required heads by priority, and who may fill them");
                        case DUTIES ->
                            new TextView(
                                    "针对单个班次的目标、公平与长日", "The goals that look at single duties, fairness and long days");
                        case TEAMS -> new TextView("班组内的单位与经验", "Units and experience in teams");
                        case DAYS ->
                            new TextView(
                                    "跨日休息、连续出勤天数，以及同日两班须在同一点位",
                                    "Rest from one day to the next, days in a row, and two duties a day at one site only");
                        case EVERYTHING ->
                            new TextView(
                                    "全部规则与目标：问题较小，已求出最优解",
                                    "Every rule and every goal: the problem was solved to the end");
                        case CEILINGS -> new TextView("各单位每日最多可抽调人数", "How many of a unit may be away on a day");
                    });
        }
    }

    static BoundView of(Plan plan, Bound bound) {
        return new BoundView(
                bound.medium(),
                bound.soft(),
                plan.gap(),
                plan.missingHeads(),
                bound.parts().stream().sorted().map(BoundPartView::of).toList(),
                bound.parts().contains(Bound.Part.EVERYTHING) ? EXACT : METHOD,
                bound.steps(),
                bound.elapsed());
    }
}
