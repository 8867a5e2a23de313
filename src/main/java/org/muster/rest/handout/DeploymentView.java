package org.muster.rest.handout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.muster.evaluation.deployment.Deployment;
import org.muster.evaluation.deployment.Distribution;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStatus;
import org.muster.problem.Cadre.Level;

/**
 * How many people a schedule sends out, and how long they serve. People are counted, not duties.
 *
 * @param status of the plan: while it is solved this is the best schedule so far
 * @param everybody all units together
 * @param own the district's own units together: those most of whose cadres are of the level DISTRICT
 * @param cadres one for each cadre of the problem, also without a duty
 * @param minutesBefore duty minutes of the fairness period up to now, over all cadres
 * @param minutesAfter the same with this schedule
 * @param unfilled sites that lack required heads
 */
public record DeploymentView(
        UUID plan,
        PlanStatus status,
        GroupView everybody,
        GroupView own,
        List<UnitView> units,
        List<CadreView> cadres,
        DistributionView minutesBefore,
        DistributionView minutesAfter,
        List<UnfilledSiteView> unfilled) {

    /**
     * Some units, and who of them is deployed.
     *
     * @param staff people employed
     * @param cadres people whom the problem lists
     * @param deployed different people with a duty in any round
     * @param share deployed by staff, 0 to 1; null where nobody is employed
     * @param levels deployed by level
     * @param rounds one for each round with anybody
     */
    public record GroupView(
            long staff,
            int cadres,
            int deployed,
            @Nullable Double share,
            Map<Level, Integer> levels,
            List<RoundView> rounds) {

        static GroupView of(Deployment.Group group) {
            return new GroupView(
                    group.staff(),
                    group.cadres(),
                    group.deployed().people(),
                    shareOf(group, group.deployed()),
                    group.deployed().byLevel(),
                    group.byRound().stream()
                            .map(turnout -> RoundView.of(turnout, group))
                            .toList());
        }
    }

    /** Who of some units is deployed in a round. */
    public record RoundView(
            String round,
            String name,
            int deployed,
            @Nullable Double share,
            Map<Level, Integer> levels) {

        static RoundView of(Deployment.Turnout turnout, Deployment.Group group) {
            return new RoundView(
                    turnout.round().id(),
                    turnout.round().name(),
                    turnout.deployed().people(),
                    shareOf(group, turnout.deployed()),
                    turnout.deployed().byLevel());
        }
    }

    /**
     * A unit, and who of it is deployed.
     *
     * @param level that of most of its cadres; null for a unit without any
     */
    public record UnitView(
            String unit,
            String name,
            @Schema(ref = "CadreLevel") @Nullable Level level,
            GroupView people) {

        static UnitView of(Deployment.UnitGroup unit) {
            return new UnitView(unit.unit().id(), unit.unit().name(), unit.level(), GroupView.of(unit.group()));
        }
    }

    /** What a cadre serves in this schedule, and with what was served before. */
    public record CadreView(
            String cadre,
            String unit,
            @Schema(ref = "CadreLevel") Level level,
            int duties,
            int minutes,
            int rounds,
            int minutesBefore,
            int roundsBefore,
            int minutesAfter,
            int roundsAfter) {

        static CadreView of(Deployment.Service service) {
            var cadre = service.cadre();
            return new CadreView(
                    cadre.id(),
                    cadre.unit(),
                    cadre.level(),
                    service.duties(),
                    service.minutes(),
                    service.rounds(),
                    cadre.minutesServed(),
                    cadre.roundsServed(),
                    service.minutesAfter(),
                    service.roundsAfter());
        }
    }

    /**
     * How something lies on people.
     *
     * @param gini 0 when all carry the same, towards 1 when one carries everything
     */
    public record DistributionView(
            int people,
            int least,
            int lowerQuartile,
            int median,
            int upperQuartile,
            int most,
            double mean,
            double gini) {

        static DistributionView of(Distribution minutes) {
            return new DistributionView(
                    minutes.people(),
                    minutes.least(),
                    minutes.lowerQuartile(),
                    minutes.median(),
                    minutes.upperQuartile(),
                    minutes.most(),
                    minutes.mean(),
                    minutes.gini());
        }
    }

    /**
     * A site that lacks required heads.
     *
     * @param missing on all its posts
     */
    public record UnfilledSiteView(String site, String name, int missing, List<UnfilledPostView> posts) {

        static UnfilledSiteView of(Deployment.UnfilledSite site) {
            return new UnfilledSiteView(
                    site.site().id(),
                    site.site().name(),
                    site.missing(),
                    site.posts().stream().map(UnfilledPostView::of).toList());
        }
    }

    /** A demand that lacks required heads. */
    public record UnfilledPostView(String demand, String post, String window, int missing) {

        static UnfilledPostView of(Deployment.UnfilledPost post) {
            return new UnfilledPostView(
                    post.demand().id(), post.post().id(), post.window().id(), post.missing());
        }
    }

    static DeploymentView of(Plan plan, Deployment deployment) {
        return new DeploymentView(
                plan.id(),
                plan.status(),
                GroupView.of(deployment.everybody()),
                GroupView.of(deployment.own()),
                deployment.units().stream().map(UnitView::of).toList(),
                deployment.cadres().stream().map(CadreView::of).toList(),
                DistributionView.of(deployment.minutesBefore()),
                DistributionView.of(deployment.minutesAfter()),
                deployment.unfilled().stream().map(UnfilledSiteView::of).toList());
    }

    private static @Nullable Double shareOf(Deployment.Group group, Deployment.Headcount deployed) {
        var share = group.shareOf(deployed);
        return share.isPresent() ? share.getAsDouble() : null;
    }
}
