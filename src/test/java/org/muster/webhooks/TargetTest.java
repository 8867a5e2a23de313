package org.muster.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org,             true,  example.org,  443,  /",
        "HTTPS://example.org/,            true,  example.org,  443,  /",
        "http://example.org:8080/a/b?c=d, false, example.org,  8080, /a/b?c=d",
        "https://[2400:3200::1]:8443?x,   true,  [2400:3200::1], 8443, /?x",
        "https://example.org/%7Ea,        true,  example.org,  443,  /%7Ea"
    })
    void isReadFromAUrl(String url, boolean isEncrypted, String host, int port, String path) {
        assertThat(Target.parse(url)).contains(new Target(isEncrypted, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "/hooks",
                "https:",
                "https:example.org",
                "https:///hooks",
                "ftp://example.org/",
                "file:///etc/passwd",
                "https://user@example.org/",
                "https://user:word@example.org/",
                "https://example.org/#part",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://exa mple.org/",
                "https://example.org/a\r\nHost: other"
            })
    void isNotReadFromOtherTexts(String url) {
        assertThat(Target.parse(url)).isEmpty();
    }
}
