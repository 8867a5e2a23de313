package org.muster.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something to ask about: a small district with a published plan, and a webhook. */
public final class World {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RECEIVER = "http://127.0.0.1:9/worlds/";
    private static final String PLACE = "\"location\": {\"lat\": 39.93, \"lon\": 116.42}";
    private static final List<String> LISTS = List.of(
            "communities", "units", "skills", "posts", "sites", "cadres", "duty-rules", "rounds", "windows", "demands");
    private static final List<String> ITEMS =
            List.of("north", "bank", "nurse", "guide", "gate", "li", "wang", "office", "r1", "early", "d1");

    private final RawClient client;
    private final String district;
    private final List<String> plans = new ArrayList<>();
    private final List<String> webhooks = new ArrayList<>();
    private final List<String> deliveries = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    private World(RawClient client, String district) {
        this.client = client;
        this.district = district;
    }

    /**
     * A new world.
     *
     * @param name of its district, new to the service
     */
    public static World made(RawClient client, String name) throws IOException {
        var world = new World(client, name);
        world.makeDistrict();
        world.makePlan();
        world.makeWebhook();
        return world;
    }

    private void makeDistrict() throws IOException {
        post("districts", "{\"id\": \"%s\", \"name\": \"东城区\"}".formatted(district));
        add("communities", "{\"id\": \"north\", \"subdistrict\": \"old town\", %s}".formatted(PLACE));
        add("units", "{\"id\": \"bank\", \"staff\": 20}");
        add("skills", "{\"id\": \"nurse\"}");
        add("posts", "{\"id\": \"guide\"}");
        add("sites", "{\"id\": \"gate\", \"community\": \"north\", \"residents\": 2400, %s}".formatted(PLACE));
        add("duty-rules", "{\"id\": \"office\", \"minRest\": 660}");
        add("rounds", "{\"id\": \"r1\", \"date\": \"2022-05-03\"}");
        add(
                "windows",
                "{\"id\": \"early\", \"round\": \"r1\", \"start\": \"2022-05-03T05:30\", \"end\": \"2022-05-03T13:30\"}");
        add(
                "demands",
                "{\"id\": \"d1\", \"site\": \"gate\", \"window\": \"early\", \"post\": \"guide\", \"min\": 1, \"ideal\": 1, \"max\": 2, \"priority\": 5}");
        for (var cadre : List.of("li", "wang")) {
            add(
                    "cadres",
                    "{\"id\": \"%s\", \"unit\": \"bank\", \"homeCommunity\": \"north\", \"dutyRules\": \"office\", \"phone\": \"13800138000\", %s}"
                            .formatted(cadre, PLACE));
        }
    }

    private void makePlan() throws IOException {
        for (int count = 0; count < 2; count++) {
            var plan = add("rounds/r1/plans", "{\"options\": {\"timeLimit\": \"PT1S\"}}")
                    .get("id")
                    .asText();
            await().atMost(PATIENCE)
                    .until(() -> get("plans/" + plan).get("status").asText().equals("SOLVED"));
            plans.add(plan);
        }
        var plan = plans.getFirst();
        add("plans/" + plan + "/publication", "");
        var links = get("plans/" + plan + "/links").get("links");
        links.forEach(link -> tokens.add(link.get("path").asText().replaceFirst(".*/", "")));
    }

    private void makeWebhook() throws IOException {
        var webhook = post("webhooks", "{\"url\": \"%s\"}".formatted(RECEIVER + district))
                .get("id")
                .asText();
        webhooks.add(webhook);
        deliveries.add(post("webhooks/" + webhook + "/test", "").get("id").asText());
    }

    /** Removes its webhook, and those that were made at random: the service keeps no more than fifty at a time. */
    public void removeWebhooks() throws IOException {
        for (var webhook : get("webhooks?limit=100").get("webhooks")) {
            var url = webhook.get("url").asText();
            if (url.equals(RECEIVER + district) || !url.startsWith(RECEIVER)) {
                client.send(
                        "DELETE /api/v1/webhooks/%s HTTP/1.1\r\nHost: localhost\r\nIf-Match: *\r\nConnection: close\r\n\r\n"
                                .formatted(webhook.get("id").asText()));
            }
        }
    }

    private JsonNode add(String below, String json) throws IOException {
        return post("districts/" + district + "/" + below, json);
    }

    private JsonNode post(String path, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head =
                "POST /api/v1/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, body.length);
        return expected(client.send(new GeneratedRequest(path, head, body).bytes()));
    }

    private JsonNode get(String path) throws IOException {
        return expected(
                client.send("GET /api/v1/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path)));
    }

    private static JsonNode expected(Answer answer) throws IOException {
        if (answer.status() >= 300) {
            throw new IOException("The world cannot be made: " + answer);
        }
        return JSON.readTree(answer.body());
    }

    /** Identifiers of what is there, and one of nothing. */
    List<String> identifiers() {
        var all = new ArrayList<>(ITEMS);
        all.add("nobody");
        return all;
    }

    /** Whether items of a list are sent to an address. */
    boolean isItem(String path) {
        return path.equals("/api/v1/districts/{district}/{list}")
                || path.startsWith("/api/v1/districts/{district}/{list}/");
    }

    /**
     * Values of a parameter that make sense.
     *
     * @param path with its parameters in braces; empty for parameters behind the path
     */
    List<String> known(String path, String parameter) {
        return switch (parameter) {
            case "id" -> idsOf(path);
            case "plan" -> plans;
            case "delivery" -> deliveries;
            case "token" -> tokens;
            case "district" -> List.of(district);
            case "list" -> LISTS;
            case "round", "cadre", "demand", "item" -> ITEMS;
            case "to" -> List.of(plans.getLast(), "2022-05-31");
            default -> PLAIN.getOrDefault(parameter, List.of("x"));
        };
    }

    private List<String> idsOf(String path) {
        if (path.contains("/plans/{id}")) {
            return plans;
        }
        if (path.contains("/webhooks/")) {
            return webhooks;
        }
        return path.contains("/demo-problems/") ? List.of("dongcheng", "nowhere", "nothing") : ITEMS;
    }

    private static final Map<String, List<String>> PLAIN = Map.ofEntries(
            Map.entry("limit", List.of("1", "2", "1000")),
            Map.entry("wait", List.of("PT0S", "PT1S")),
            Map.entry("status", List.of("SOLVED", "QUEUED", "FAILED")),
            Map.entry("from", List.of("2022-05-01", "2022-05-03")),
            Map.entry("sort", List.of("id", "-id", "name,-id", "date", "staff")),
            Map.entry("q", List.of("a", "_", "北")),
            Map.entry("mode", List.of("update", "replace")),
            Map.entry("dryRun", List.of("true", "false", "")),
            Map.entry("format", List.of("csv", "xlsx")),
            Map.entry("table", List.of("units", "cadres")),
            Map.entry("rounds", List.of("1", "2")),
            Map.entry("seed", List.of("1", "-1")),
            Map.entry("as", List.of("copy")),
            Map.entry("cursor", List.of("WyJsaSJd", "WyIxIl0")),
            Map.entry("name", List.of("r1", "日")));
}
