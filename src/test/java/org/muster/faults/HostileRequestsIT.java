package org.muster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muster.harness.Launch;
import org.muster.harness.ServiceProcess;
import org.muster.harness.Stage;

/** Memory is bounded: a crowd of bodies that are made to harm finds a process with little heap. */
@Tag("long")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class HostileRequestsIT {

    private static final int OF_EACH = 8;
    private static final int BUSY = 503;
    private static final String PLANS = "/api/v1/plans";
    private static final String JSON = "Content-Type: application/json";

    @RegisterExtension
    private final Stage stage = new Stage();

    /** Makes the same body again and again. */
    private interface Body {
        InputStream open() throws IOException;
    }

    private record Attack(String path, String headers, int status, Body body) {

        int send(ServiceProcess service) throws IOException {
            return RawRequest.post(service, path, headers, body.open());
        }
    }

    @Test
    void areRefusedBeforeTheyTakeMemory(@TempDir Path folder) throws Exception {
        var service = stage.start(Launch.on(folder.resolve("postgres")).heap("256m"));
        assertThat(service.post("/api/v1/demo-problems/dongcheng/district?as=dc", "{}")
                        .statusCode())
                .isEqualTo(201);
        var attacks = attacks();

        for (var attack : attacks.entrySet()) {
            assertThat(attack.getValue().send(service))
                    .as(attack.getKey())
                    .isEqualTo(attack.getValue().status());
            assertThat(service.get(PLANS).statusCode())
                    .as("after " + attack.getKey())
                    .isEqualTo(200);
        }

        var answers = new ArrayList<Future<Boolean>>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < OF_EACH; round++) {
                for (var attack : attacks.values()) {
                    answers.add(crowd.submit(() -> {
                        int status = attack.send(service);
                        return status == attack.status() || status == BUSY;
                    }));
                }
            }
            for (var answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(service.log()).doesNotContain("OutOfMemoryError");
        Plans.assertSolved(service.awaitEnd(service.submit(1)), 1);
    }

    private static Map<String, Attack> attacks() throws IOException {
        byte[] gzipped = gzipBomb();
        byte[] workbook = workbookBomb();
        return Map.of(
                "200 megabytes",
                new Attack(PLANS, JSON, 413, () -> repeated("", " ", 200 << 20)),
                "a million elements",
                new Attack(PLANS, JSON, 422, () -> repeated("{\"problem\":{\"cadres\":[{}", ",{}", 1_000_000)),
                "nested deeply",
                new Attack(PLANS, JSON, 413, () -> repeated("{\"problem\":", "[", 1_000_000)),
                "256 megabytes, gzipped",
                new Attack(PLANS, JSON + "\r\nContent-Encoding: gzip", 413, () -> new ByteArrayInputStream(gzipped)),
                "a workbook that unpacks to 400 megabytes",
                new Attack(
                        "/api/v1/districts/dc/files/skills",
                        "Content-Type: application/octet-stream",
                        422,
                        () -> new ByteArrayInputStream(workbook)));
    }

    private static InputStream repeated(String head, String part, int times) {
        var many = part.repeat(1024).getBytes(StandardCharsets.US_ASCII);
        return new SequenceInputStream(Collections.enumeration(Stream.concat(
                        Stream.of(head.getBytes(StandardCharsets.US_ASCII)),
                        Collections.nCopies(Math.ceilDiv(times, 1024), many).stream())
                .map(bytes -> (InputStream) new ByteArrayInputStream(bytes))
                .toList()));
    }

    private static byte[] gzipBomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var bomb = new GZIPOutputStream(bytes)) {
            repeated("", " ", 1 << 28).transferTo(bomb);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbookBomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var bomb = new ZipOutputStream(bytes)) {
            bomb.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            repeated("<worksheet><sheetData>", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", 10_000_000)
                    .transferTo(bomb);
        }
        return bytes.toByteArray();
    }
}
