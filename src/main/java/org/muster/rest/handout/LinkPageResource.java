package org.muster.rest.handout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.muster.explaining.ExplainedPlan;
import org.muster.persistence.plans.Plan;
import org.muster.persistence.plans.PlanStore;
import org.muster.problem.Cadre;
import org.muster.registry.handout.PersonalLinks;
import org.muster.registry.lists.SheetExports;
import org.muster.rest.errors.ApiException;
import org.muster.rest.http.Cursor;
import org.muster.rest.http.Page;
import org.muster.rest.http.PageRequest;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.RequestedPlans;
import org.muster.rest.http.TakesHeaders;

/** The links of all who serve in a plan, to be handed out. */
@Path("/plans/{id}/links")
@Tag(name = "Plans")
@RunOnVirtualThread
public final class LinkPageResource {

    private final PlanStore store;
    private final RequestedPlans plans;
    private final PersonalLinks links;
    private final SheetExports exports;

    LinkPageResource(PlanStore store, RequestedPlans plans, PersonalLinks links, SheetExports exports) {
        this.store = store;
        this.plans = plans;
        this.links = links;
        this.exports = exports;
    }

    /**
     * The link of a cadre.
     *
     * @param name null where the problem has none
     * @param path of the page on this host; whoever has it sees the duties
     */
    public record CadreLinkView(String cadre, @Nullable String name, String path) {}

    /**
     * Some of the links, in the order of the problem's cadres.
     *
     * @param next path of the following ones; null when there are none
     */
    public record LinkPageView(
            List<CadreLinkView> links, @Nullable String next) {}

    /** New links of those who serve. That they were made is noted. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes new links for all who serve, by which each sees their own duties",
            description =
                    "Earlier links remain valid. Where the plan is one of a district's rounds, links show what stands in the district, and who has left its list gets none.")
    @APIResponse(
            responseCode = "200",
            description = "A page of links",
            content = @Content(schema = @Schema(implementation = LinkPageView.class)))
    @TakesHeaders(RequestHeader.ACTOR)
    public Response list(@PathParam("id") UUID id, @BeanParam PageRequest asked, @Context UriInfo uri)
            throws IOException, InterruptedException {
        int size = asked.size();
        var after = asked.after();
        var plan = store.find(id).orElseThrow(() -> ApiException.noSuchPlan(id));
        var following = following(plans.get(plan), after, asked.cursor());
        exports.noteFileOf(plan);
        var page = Page.of(following, size, uri, cadre -> List.of(cadre.id()));
        return Cursor.page(new LinkPageView(made(plan, page.items()), page.next()), page.next());
    }

    /** Those who serve, behind one of the cadres. */
    private static List<Cadre> following(ExplainedPlan explained, @Nullable String after, @Nullable Cursor cursor) {
        var index = explained.index();
        var serving = new HashSet<String>();
        explained.solved().best().schedule().assignments().forEach(each -> serving.add(each.cadre()));
        int from =
                after == null || cursor == null ? 0 : 1 + index.findCadre(after).orElseThrow(cursor::bad);
        var cadres = index.problem().cadres();
        return cadres.subList(from, cadres.size()).stream()
                .filter(cadre -> serving.contains(cadre.id()))
                .toList();
    }

    private List<CadreLinkView> made(Plan plan, List<Cadre> cadres) {
        var secrets = links.make(plan, cadres.stream().map(Cadre::id).toList());
        var made = new ArrayList<CadreLinkView>();
        for (var cadre : cadres) {
            var secret = secrets.get(cadre.id());
            if (secret != null) {
                made.add(new CadreLinkView(cadre.id(), cadre.name(), CadreLinkResource.pathOf(secret)));
            }
        }
        return made;
    }
}
