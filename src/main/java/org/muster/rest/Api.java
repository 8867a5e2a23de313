package org.muster.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** Where the API lives, and what its description says of it as a whole. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Muster",
                        version = "1",
                        description =
                                "Staffs mass-screening rounds: give it sites, shift windows, skills and availability, and get the best cadre-to-site schedule. Every error is a problem document (RFC 9457) in Chinese or English by Accept-Language.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")))
public final class Api extends Application {}
