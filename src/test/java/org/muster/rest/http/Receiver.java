package org.muster.rest.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks on this machine. */
public final class Receiver implements AutoCloseable {

    /** Stands for no answer at all, until the receiver is closed. */
    public static final int SILENCE = 0;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Iterator<Integer> statuses;
    private final HttpServer server;
    private int lastStatus;

    /** A request. */
    public record Received(String id, String timestamp, String signature, String body) {}

    private Receiver(Iterator<Integer> statuses) {
        this.statuses = statuses;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/hook", this::answer);
        server.start();
    }

    /** Answers with these statuses, one after the other, and then with the last one. */
    public static Receiver answering(Integer... statuses) {
        return new Receiver(Arrays.asList(statuses).iterator());
    }

    public String url() {
        return "http://127.0.0.1:%d/hook?token=hush"
                .formatted(server.getAddress().getPort());
    }

    public List<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        int status = nextStatus();
        if (status == SILENCE) {
            return;
        }
        if (status == 302) {
            exchange.getResponseHeaders().add("Location", url());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private synchronized int nextStatus() {
        lastStatus = statuses.hasNext() ? statuses.next() : lastStatus;
        return lastStatus;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
