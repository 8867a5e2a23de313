package org.muster.rest.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Behind a proxy that speaks TLS, when the settings say that there is one, addresses are those that callers use. */
@QuarkusTest
@TestProfile(ProxyTest.BehindProxy.class)
class ProxyTest {

    public static final class BehindProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "quarkus.http.proxy.enable-forwarded-host", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1",
                    "muster.allowed-hosts", "muster.example");
        }
    }

    @Test
    void whatWasMadeIsFoundThere() {
        var district = "d-" + UUID.randomUUID();
        given().header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "muster.example")
                .contentType("application/json")
                .body("{\"id\": \"%s\"}".formatted(district))
                .when()
                .post("/api/v1/districts")
                .then()
                .statusCode(201)
                .header("Location", startsWith("https://muster.example/api/v1/districts/"));
    }
}
