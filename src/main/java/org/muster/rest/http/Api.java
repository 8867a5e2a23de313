package org.muster.rest.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the API lives, and what its description says of it as a whole. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Muster",
                        version = "1",
                        description =
                                "Staffs mass-screening rounds: give it sites, shift windows, skills and availability, and get the best cadre-to-site schedule. Every error is a problem document (RFC 9457) in Chinese or English by Accept-Language.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(
                    name = "Plans",
                    description = "Problems that are solved: submitted, watched, read, changed, published"),
            @Tag(name = "Explanations", description = "Why somebody serves where they do, and why heads are missing"),
            @Tag(name = "Evaluations", description = "Schedules that callers bring along, counted"),
            @Tag(name = "Districts", description = "What holds for all rounds of a district"),
            @Tag(name = "Lists", description = "What a district keeps: people, places, rounds and their demands"),
            @Tag(name = "Files", description = "The same lists as spreadsheets"),
            @Tag(name = "Rounds", description = "Rounds made from earlier ones, planned and published"),
            @Tag(name = "People", description = "Absences, what is erased of somebody, and the audit trail"),
            @Tag(name = "Duty cards", description = "What people see of their own duties by a link"),
            @Tag(name = "Webhooks", description = "Addresses that are told of the ends of plans"),
            @Tag(name = "Demo problems", description = "Problems to try the service with"),
            @Tag(name = "Reference", description = "Rules, limits and settings that callers can look up")
        },
        servers = @Server(url = "/", description = "The host that serves this description"),
        // Nobody is asked who they are yet.
        securitySets = @SecurityRequirementsSet)
public final class Api extends Application {}
