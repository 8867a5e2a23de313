package org.muster.rest.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final AllowedHosts HOSTS = new AllowedHosts(List.of("muster.example", " Portal.example:8443 "));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost:1",
                "127.0.0.1",
                "127.0.0.1:65535",
                "[::1]",
                "[::1]:8080",
                "muster.example",
                "MUSTER.example:444",
                "portal.example:8443"
            })
    void answersToLoopbackAndWhatIsConfigured(String host) {
        assertThat(HOSTS.isOurs(host, "127.0.0.1")).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.example",
                "localhost.evil.example",
                "localhost.",
                "127.0.0.1.evil.example",
                "evil@localhost",
                "localhost:8080:8080",
                "localhost:",
                "localhost:x",
                "localhost, evil.example",
                "localhost/evil",
                "::1",
                "[::1",
                "0.0.0.0",
                "127.0.0.2",
                "[::ffff:127.0.0.2]",
                "portal.example",
                "portal.example:8444",
                "x.muster.example",
                "localhost:123456"
            })
    void answersToNobodyElse(String host) {
        assertThat(HOSTS.isOurs(host, "127.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3:8080, 10.1.2.3, true",
        "10.1.2.4:8080, 10.1.2.3, false",
        "[fd00::17]:8080, fd00:0:0:0:0:0:0:17, true",
        "[fd00:0::0017], fd00:0:0:0:0:0:0:17, true",
        "[fd00::18], fd00:0:0:0:0:0:0:17, false",
        "pod.example, 10.1.2.3, false",
        "10.1.2.3, , false"
    })
    void answersToTheAddressThatTheCallerIsConnectedTo(String host, String local, boolean isOurs) {
        assertThat(HOSTS.isOurs(host, local)).isEqualTo(isOurs);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080",
        "http://127.0.0.1, 127.0.0.1",
        "http://127.0.0.1:80, 127.0.0.1",
        "http://[::1]:8080, [::1]:8080",
        "https://muster.example, muster.example",
        "https://muster.example, muster.example:443",
        "https://muster.example, 127.0.0.1:8080",
        "http://muster.example, 127.0.0.1:8080",
        "https://portal.example:8443, 127.0.0.1:8080"
    })
    void pagesOfItsOwnMayChangeSomething(String origin, String host) {
        assertThat(HOSTS.isOursToChange(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, localhost:8080",
        "http://localhost, localhost:8080",
        "http://127.0.0.1:8080, localhost:8080",
        "http://evil.example, localhost:8080",
        "http://localhost:8080.evil.example, localhost:8080",
        "null, localhost:8080",
        "'', localhost:8080",
        "file://, localhost:8080",
        "chrome-extension://localhost:8080, localhost:8080",
        "https://muster.example:8443, 127.0.0.1:8080",
        "https://portal.example, 127.0.0.1:8080",
        "http://localhost:8080/, localhost:8080",
        "http://localhost:99999999999, localhost:8080"
    })
    void otherPagesMayNot(String origin, String host) {
        assertThat(HOSTS.isOursToChange(origin, host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://muster.example", "muster.example/", "*", "a b", "muster.example:port"})
    void aSettingThatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> new AllowedHosts(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("Maybe");
    }

    @Test
    void withoutASettingThereIsLoopback() {
        var loopback = new AllowedHosts(List.of());

        assertThat(loopback.isOurs("localhost:8080", "127.0.0.1")).isTrue();
        assertThat(loopback.isOurs("muster.example", "127.0.0.1")).isFalse();
    }
}
