package org.muster.webhooks;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.persistence.webhooks.Delivery;
import org.muster.persistence.webhooks.Delivery.Obstacle;
import org.muster.persistence.webhooks.DueDelivery;

/**
 * Sends signed requests to receivers. Each has a connection of its own, to an address that was checked before;
 * redirects are answers like any other, and of an answer only the head is kept.
 */
@ApplicationScoped
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final int MOST_BODY = 4 << 10;
    private static final int MOST_HEADERS = 8 << 10;

    private final Targets targets;
    private final Duration timeout;
    private final Clock clock;
    private final Vertx vertx;
    private final HttpClient client;
    private final String software;

    WebhookSender(
            Targets targets,
            WebhookConfig config,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.version") String software) {
        this.targets = targets;
        this.timeout = config.timeout();
        this.clock = clock;
        this.vertx = vertx;
        this.software = software;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(config.limit() * ConcurrencyLimit.AT_ONCE)
                .setMaxHeaderSize(MOST_HEADERS)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis())));
    }

    /** The head of an answer. */
    private record Head(int status, @Nullable String retryAfter) {}

    /** Makes one try, and blocks meanwhile, no longer than the time-out and what the name service takes. */
    Answer send(DueDelivery due) throws InterruptedException {
        var at = clock.instant();
        long begun = System.nanoTime();
        try {
            var target =
                    Target.parse(due.url()).orElseThrow(() -> new Targets.RefusedException(Obstacle.FORBIDDEN_TARGET));
            var addresses = targets.addresses(target);
            // One that cannot be reached from here is followed by the next one.
            var address = addresses.get(due.failed() % addresses.size());
            var head = request(target, address, due, at);
            return new Answer(
                    new Delivery.Try(at, millisSince(begun), head.status(), null),
                    retryAfter(head.retryAfter(), clock.instant()));
        } catch (Targets.RefusedException e) {
            return new Answer(new Delivery.Try(at, millisSince(begun), null, e.obstacle()), null);
        } catch (TimeoutException e) {
            return new Answer(new Delivery.Try(at, millisSince(begun), null, Obstacle.TIMEOUT), null);
        } catch (ExecutionException e) {
            return new Answer(new Delivery.Try(at, millisSince(begun), null, obstacle(e.getCause())), null);
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private Head request(Target target, InetAddress address, DueDelivery due, Instant at)
            throws InterruptedException, ExecutionException, TimeoutException {
        var head = new CompletableFuture<Head>();
        client.request(options(target, address, due, at))
                .compose(request -> send(request, due.body(), head))
                .onSuccess(response -> {
                    head.complete(new Head(response.statusCode(), response.getHeader("retry-after")));
                    drop(response);
                })
                .onFailure(head::completeExceptionally);
        try {
            return head.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // A connection that comes about only now learns from this that the caller has given up.
            head.cancel(false);
        }
    }

    private RequestOptions options(Target target, InetAddress address, DueDelivery due, Instant at) {
        var id = due.event().toString();
        var secret = SigningSecret.parse(due.secret())
                .orElseThrow(() -> new IllegalStateException("The secret of %s is broken.".formatted(due.webhook())));
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.isEncrypted())
                .setURI(target.path())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Muster/" + software)
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .putHeader("webhook-signature", secret.sign(id, at, due.body()));
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, String body, CompletableFuture<Head> head) {
        var connection = request.connection();
        if (head.isDone()) {
            connection.close();
            return Future.failedFuture("It is too late.");
        }
        closeInTime(connection);
        return request.send(Buffer.buffer(body));
    }

    /** However slowly an answer comes, the connection does not outlive the time-out. */
    private void closeInTime(HttpConnection connection) {
        long timer = vertx.setTimer(timeout.toMillis(), late -> connection.close());
        connection.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    private static void drop(HttpClientResponse response) {
        var length = new AtomicInteger();
        response.handler(part -> {
            if (length.addAndGet(part.length()) > MOST_BODY) {
                response.request().connection().close();
            }
        });
        response.exceptionHandler(broken -> LOG.debugf("An answer broke off: %s", broken));
    }

    private static Obstacle obstacle(@Nullable Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Obstacle.TLS;
            }
            if (cause instanceof ConnectTimeoutException) {
                return Obstacle.TIMEOUT;
            }
        }
        return Obstacle.NO_CONNECTION;
    }

    /** The pause that a header asks for, in seconds or as a date; null where it asks for nothing that makes sense. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        try {
            return header.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
