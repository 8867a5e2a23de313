package org.muster.rest.districts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.muster.district.DistrictList;
import org.muster.formats.sheets.cells.CellTooLongException;
import org.muster.formats.sheets.cells.SheetFormat;
import org.muster.formats.sheets.writing.SheetWriter;
import org.muster.registry.lists.Districts;
import org.muster.registry.lists.SheetExports;
import org.muster.registry.lists.SheetImports;
import org.muster.rest.errors.ApiException;
import org.muster.rest.errors.ErrorCode;
import org.muster.rest.errors.Language;
import org.muster.rest.errors.Shown;
import org.muster.rest.http.IdempotentRequests;
import org.muster.rest.http.IfMatch;
import org.muster.rest.http.MediaTypes;
import org.muster.rest.http.RequestHeader;
import org.muster.rest.http.TakesHeaders;
import org.muster.solving.process.ProblemMemory;

/** The lists of a district as spreadsheets: imported, exported, and empty ones to be filled in. */
@Path("/districts/{district}/files/{list}")
@Tag(name = "Files")
@RunOnVirtualThread
public final class FileResource {

    private final SheetImports imports;
    private final SheetExports exports;
    private final Districts districts;
    private final ProblemMemory memory;
    private final IdempotentRequests idempotentRequests;

    FileResource(
            SheetImports imports,
            SheetExports exports,
            Districts districts,
            ProblemMemory memory,
            IdempotentRequests idempotentRequests) {
        this.imports = imports;
        this.exports = exports;
        this.districts = districts;
        this.memory = memory;
        this.idempotentRequests = idempotentRequests;
    }

    /** Imports a spreadsheet. */
    @POST
    @Consumes({MediaTypes.CSV, MediaTypes.XLSX, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Brings a list up to date from a CSV or XLSX file, all or nothing",
            description =
                    "mode=update (the default) keeps items that are not in the file, and what a file has no column for; mode=replace removes them. All sheets of a workbook that have a header are read; notices name those that were not, and what is hidden. With dryRun, tells what it would add, change and remove. With If-Match and the ETag of the list, refuses where somebody else was faster. Each fault has sheet, row and column.")
    @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "What was, or would be, added, changed and removed",
            content = @Content(schema = @Schema(implementation = ItemViews.ListChangeView.class)))
    @TakesHeaders({RequestHeader.IDEMPOTENCY_KEY, RequestHeader.IF_MATCH_OF_LIST, RequestHeader.ACTOR})
    public Response importFile(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @QueryParam("mode") @DefaultValue("update") ImportMode mode,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws IOException, InterruptedException {
        var expected = IfMatch.find(headers);
        return idempotentRequests.answerFile(headers, uri, body, file -> {
            var done = imports.run(district, list, file, mode.missing(), expected, dryRun);
            var change = done.change();
            var notices = done.notices().stream()
                    .map(notice -> ItemViews.NoticeView.of(notice, languageOf(headers)))
                    .toList();
            return Response.ok(ItemViews.ListChangeView.of(change, dryRun, notices))
                    .tag(new EntityTag(Long.toString(change.revision())))
                    .build();
        });
    }

    /** Exports a list. */
    @GET
    @Produces({MediaTypes.CSV, MediaTypes.XLSX})
    @Operation(
            summary =
                    "The whole list as format=csv (the default) or xlsx, in the language of Accept-Language. 409 where a value is longer than a cell of XLSX can be: CSV has room")
    @TakesHeaders(RequestHeader.ACTOR)
    public Response export(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @QueryParam("format") @DefaultValue("csv") SheetFormat format,
            @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        try {
            var file = memory.with(() -> exports.run(district, list, format, languageOf(headers)));
            return file(file, format, list.path());
        } catch (CellTooLongException e) {
            throw ApiException.of(ErrorCode.CONFLICT, "conflict.cell-too-long", e.column(), Shown.of(e.id()));
        }
    }

    /** An empty list. */
    @GET
    @Path("/template")
    @Produces({MediaTypes.CSV, MediaTypes.XLSX})
    @Operation(summary = "An empty file to be filled in; an XLSX one explains each column on its second sheet")
    public Response template(
            @PathParam("district") String district,
            @PathParam("list") @Schema(ref = "ListName") DistrictList list,
            @QueryParam("format") @DefaultValue("csv") SheetFormat format,
            @Context HttpHeaders headers)
            throws IOException {
        districts.get(district);
        var file = new ByteArrayOutputStream();
        new SheetWriter(list, format, languageOf(headers)).template(file);
        return file(file.toByteArray(), format, list.path() + "-template");
    }

    private static Response file(byte[] content, SheetFormat format, String name) {
        var type = switch (format) {
            case CSV -> MediaTypes.CSV + ";charset=UTF-8";
            case XLSX -> MediaTypes.XLSX;
        };
        return Response.ok(content, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\""
                                .formatted(name, format.name().toLowerCase(Locale.ROOT)))
                .build();
    }

    private static Locale languageOf(HttpHeaders headers) {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
