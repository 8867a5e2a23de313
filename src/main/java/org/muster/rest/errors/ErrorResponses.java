package org.muster.rest.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.problem.faults.Fault;
import org.muster.problem.faults.FaultTexts;
import org.muster.problem.faults.InputTooLargeException;
import org.muster.problem.faults.InvalidInputException;
import org.muster.problem.faults.UnreadableInputException;
import org.muster.registry.Objection;
import org.muster.registry.RegistryException;
import org.muster.webhooks.WebhookException;

/** Makes the answers to requests that are refused. */
@ApplicationScoped
class ErrorResponses {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEXTS = "org.muster.rest.errors";
    private static final String PAGE = "/docs/errors.md#";
    /** How many objections to a publication are listed; all are counted. */
    private static final int LISTED = 100;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration CROWD_PATIENCE = Duration.ofSeconds(30);

    Response of(ApiException error, Locale language) {
        var sentence = sentence(error.detail(), error.values(), language);
        return response(view(error.code(), sentence, language), language, error.retryAfter());
    }

    Response of(UnreadableInputException error, Locale language) {
        var sentence = FaultTexts.of(language).sentence(error);
        return response(view(ErrorCode.MALFORMED, sentence, language), language, null);
    }

    Response of(InputTooLargeException error, Locale language) {
        var sentence = FaultTexts.of(language).sentence(error);
        return response(view(ErrorCode.TOO_LARGE, sentence, language), language, null);
    }

    Response of(InvalidInputException error, Locale language) {
        var view = view(ErrorCode.INVALID, sentence("invalid.faults", List.of(error.count()), language), language);
        var texts = FaultTexts.of(language);
        var faults = error.faults().stream().map(fault -> view(fault, texts)).toList();
        return response(view.with(error.count(), faults), language, null);
    }

    Response of(RegistryException error, Locale language) {
        return switch (error) {
            case RegistryException.UnknownDistrict unknown ->
                of(ApiException.of(ErrorCode.NOT_FOUND, "not-found.district", Shown.of(unknown.id())), language);
            case RegistryException.UnknownItem unknown ->
                of(
                        ApiException.of(
                                ErrorCode.NOT_FOUND,
                                "not-found.item",
                                unknown.list().path(),
                                Shown.of(unknown.id())),
                        language);
            case RegistryException.UnknownPlan unknown -> of(ApiException.noSuchPlan(unknown.id()), language);
            case RegistryException.TakenIdentifier taken ->
                of(ApiException.of(ErrorCode.CONFLICT, "conflict.taken", Shown.of(taken.id())), language);
            case RegistryException.PlanUnderWay underWay ->
                of(
                        ApiException.of(
                                ErrorCode.CONFLICT,
                                "conflict.under-way",
                                underWay.plan().toString()),
                        language);
            case RegistryException.NotPublishable plan ->
                of(
                        ApiException.of(
                                ErrorCode.CONFLICT,
                                "conflict.not-publishable",
                                plan.plan().toString()),
                        language);
            case RegistryException.Clashing clashing ->
                of(
                        ApiException.of(
                                ErrorCode.CONFLICT,
                                "conflict.clashing",
                                clashing.count(),
                                clashing.cadre(),
                                clashing.demand()),
                        language);
            case RegistryException.Outdated outdated -> {
                int count = outdated.objections().size();
                var sentence = sentence("conflict.outdated", List.of(count), language);
                var faults = outdated.objections().stream()
                        .limit(LISTED)
                        .map(objection -> view(objection, language))
                        .toList();
                yield response(view(ErrorCode.CONFLICT, sentence, language).with(count, faults), language, null);
            }
            case RegistryException.PublishedOnOtherDates round ->
                of(
                        ApiException.of(
                                ErrorCode.CONFLICT,
                                "conflict.published-on-other-dates",
                                Shown.of(round.round()),
                                round.dates().stream().map(LocalDate::toString).collect(Collectors.joining(", "))),
                        language);
            case RegistryException.NoSchedule plan ->
                of(
                        ApiException.of(
                                ErrorCode.NOT_FOUND,
                                "not-found.schedule",
                                plan.plan().toString()),
                        language);
            case RegistryException.NotAtItsEnd plan ->
                of(
                        ApiException.of(
                                ErrorCode.CONFLICT,
                                "conflict.not-at-its-end",
                                plan.plan().toString()),
                        language);
            case RegistryException.ChangedInWhole part ->
                of(
                        ApiException.of(
                                ErrorCode.CONFLICT,
                                "conflict.changed-in-whole",
                                part.plan().toString(),
                                part.whole().toString()),
                        language);
            case RegistryException.BreaksRules changes -> {
                var sentence = sentence(
                        "conflict.breaks-rules", List.of(changes.broken().size()), language);
                var places = changes.broken().stream().map(ViolationView::of).toList();
                yield response(view(ErrorCode.CONFLICT, sentence, language).withBroken(places), language, null);
            }
            case RegistryException.StalePlan stale -> {
                var view = view(ErrorCode.STALE, sentence("stale.plan", List.of(), language), language)
                        .with(standing(stale), null);
                yield Response.fromResponse(response(view, language, null))
                        .tag(Long.toString(stale.plan().version()))
                        .build();
            }
            case RegistryException.StillReferenced referenced -> {
                var sentence = sentence("conflict.referenced", List.of(referenced.count()), language);
                var referrers = referenced.referrers().stream()
                        .map(each ->
                                new ErrorView.ReferrerView(each.list().field(), each.id(), each.field(), each.target()))
                        .toList();
                yield response(view(ErrorCode.CONFLICT, sentence, language).with(referrers), language, null);
            }
            case RegistryException.Stale stale -> {
                var view = view(ErrorCode.STALE, sentence("stale.version", List.of(), language), language)
                        .with(tree(stale.current()), tree(stale.rejected()));
                yield Response.fromResponse(response(view, language, null))
                        .tag(Long.toString(stale.version()))
                        .build();
            }
        };
    }

    /** How the plan stands, and what was done to it meanwhile; {@code changes} is null where that cannot be told. */
    private static JsonNode standing(RegistryException.StalePlan stale) {
        var plan = stale.plan();
        var standing = JSON.createObjectNode()
                .put("version", plan.version())
                .put("etag", "\"%d\"".formatted(plan.version()))
                .put("changedByHand", plan.changedByHand());
        var score = plan.score();
        if (score != null) {
            standing.putObject("score")
                    .put("hard", score.hard())
                    .put("medium", score.medium())
                    .put("soft", score.soft());
        }
        var since = stale.since();
        if (since == null) {
            return standing.putNull("changes");
        }
        var changes = standing.putArray("changes");
        for (var saved : since) {
            var each = changes.addObject()
                    .put("version", saved.version())
                    .put("at", saved.at().toString())
                    .put("actor", saved.actor())
                    .putArray("changes");
            saved.changes()
                    .forEach(change -> each.addObject()
                            .put("op", change.op().name())
                            .put("demand", change.demand())
                            .put("cadre", change.cadre()));
        }
        return standing;
    }

    Response of(WebhookException error, Locale language) {
        return switch (error) {
            case WebhookException.Unknown unknown ->
                of(ApiException.of(ErrorCode.NOT_FOUND, "not-found.webhook", Shown.of(unknown.id())), language);
            case WebhookException.UnknownDelivery unknown ->
                of(ApiException.of(ErrorCode.NOT_FOUND, "not-found.delivery", Shown.of(unknown.id())), language);
            case WebhookException.TooMany tooMany ->
                of(ApiException.of(ErrorCode.CONFLICT, "conflict.too-many-webhooks", tooMany.limit()), language);
            case WebhookException.NotEnabled disabled ->
                of(ApiException.of(ErrorCode.CONFLICT, "conflict.disabled", disabled.id()), language);
            case WebhookException.UnderWay underWay ->
                of(
                        ApiException.later(ErrorCode.CONFLICT, "conflict.delivery-under-way", A_MOMENT, underWay.id()),
                        language);
            case WebhookException.TooManyPending pending ->
                of(
                        ApiException.later(
                                ErrorCode.QUEUE_FULL, "queue-full.deliveries", CROWD_PATIENCE, pending.waiting()),
                        language);
            case WebhookException.Stale stale ->
                Response.fromResponse(of(ApiException.of(ErrorCode.STALE, "stale.webhook"), language))
                        .tag(Long.toString(stale.version()))
                        .build();
        };
    }

    private static @Nullable JsonNode tree(@Nullable String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A refusal of the framework, which knows no more than a status. */
    Response ofStatus(int status, Locale language) {
        return response(viewOfStatus(status, language), language, null);
    }

    ErrorView viewOfStatus(int status, Locale language) {
        var code = codeOf(status);
        var sentence = sentence(code.id() + ".framework", List.of(status), language);
        return view(code, status, sentence, language);
    }

    private static ErrorCode codeOf(int status) {
        return switch (status) {
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 409 -> ErrorCode.CONFLICT;
            case 408 -> ErrorCode.TOO_SLOW;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.REFUSED : ErrorCode.INTERNAL;
        };
    }

    private static ErrorView view(ErrorCode code, String sentence, Locale language) {
        return view(code, code.status(), sentence, language);
    }

    private static ErrorView view(ErrorCode code, int status, String sentence, Locale language) {
        return new ErrorView(
                PAGE + code.id(),
                texts(language).getString(code.id() + ".title"),
                status,
                sentence,
                "urn:uuid:" + UUID.randomUUID(),
                code.id(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ErrorView.FaultView view(Fault fault, FaultTexts texts) {
        return new ErrorView.FaultView(fault.pointer(), fault.code().id(), texts.sentence(fault), fault.params());
    }

    private static ErrorView.FaultView view(Objection objection, Locale language) {
        var code = objection.reason().id();
        return new ErrorView.FaultView(
                objection.place() == Objection.NO_PLACE ? "" : "/assignments/" + objection.place(),
                code,
                sentence("outdated." + code, List.copyOf(objection.params().values()), language),
                objection.params());
    }

    private static String sentence(String key, List<?> values, Locale language) {
        return new MessageFormat(texts(language).getString(key), language).format(values.toArray());
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                TEXTS, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Response response(ErrorView view, Locale language, @Nullable Duration retryAfter) {
        var response = Response.status(view.status())
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.tag(language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(view);
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
        }
        return response.build();
    }
}
