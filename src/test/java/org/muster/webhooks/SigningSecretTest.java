package org.muster.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

    private static final String PUBLISHED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** Source: the test vector of the Standard Webhooks libraries. */
    @Test
    void signsAsTheStandardDoes() {
        var secret = SigningSecret.parse(PUBLISHED).orElseThrow();

        var signature = secret.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aNewOneIsAnotherOneEachTimeAndCanBeReadBack() {
        var made = SigningSecret.generate().text();

        assertThat(made)
                .startsWith("whsec_")
                .isNotEqualTo(SigningSecret.generate().text());
        assertThat(SigningSecret.parse(made).map(SigningSecret::text)).contains(made);
    }

    @Test
    void doesNotShowItself() {
        assertThat(SigningSecret.parse(PUBLISHED).orElseThrow()).hasToString("whsec_…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_not base64",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void otherTextsAreNone(String text) {
        assertThat(SigningSecret.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 65})
    void itsLengthHasLimits(int bytes) {
        assertThat(SigningSecret.parse(ofLength(bytes))).isEmpty();
        assertThat(SigningSecret.parse(ofLength(24))).isPresent();
        assertThat(SigningSecret.parse(ofLength(64))).isPresent();
    }

    private static String ofLength(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
