package org.muster.registry.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.registry.handout.LinkCipher.Target;

class LinkCipherTest {
    private static final UUID PLAN = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private final LinkCipher cipher = new LinkCipher(key(1));

    private static byte[] key(long seed) {
        var key = new byte[32];
        new SplittableRandom(seed).nextBytes(key);
        return key;
    }

    @Test
    void readsWhatItHasMade() {
        for (var cadre : new String[] {"a", "杨", "li # 3", "x".repeat(100), "杨".repeat(100)}) {
            var target = new Target(PLAN, cadre);
            assertThat(cipher.read(cipher.tokenOf(target))).contains(target);
        }
    }

    @Test
    void makesTheSameOfTheSameAndSomethingElseOfAnythingElse() {
        var token = cipher.tokenOf(new Target(PLAN, "yang"));

        assertThat(new LinkCipher(key(1)).tokenOf(new Target(PLAN, "yang"))).isEqualTo(token);
        assertThat(cipher.tokenOf(new Target(PLAN, "yanh"))).isNotEqualTo(token);
        assertThat(cipher.tokenOf(new Target(new UUID(0, 0), "yang"))).isNotEqualTo(token);
    }

    @Test
    void tellsNothing() {
        var token = cipher.tokenOf(new Target(PLAN, "yang"));
        var bytes = Base64.getUrlDecoder().decode(token);

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("yang");
        assertThat(cipher.tokenOf(new Target(PLAN, "a much longer identifier"))).hasSameSizeAs(token);
    }

    @Test
    void takesNothingThatItHasNotMade() {
        var token = cipher.tokenOf(new Target(PLAN, "yang"));

        assertThat(new LinkCipher(key(2)).read(token)).isEmpty();
        assertThat(cipher.read("")).isEmpty();
        assertThat(cipher.read("???")).isEmpty();
        assertThat(cipher.read("A".repeat(100_000))).isEmpty();
        for (int length = 0; length < token.length(); length++) {
            assertThat(cipher.read(token.substring(0, length))).isEmpty();
        }
        var bytes = Base64.getUrlDecoder().decode(token);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(cipher.read(Base64.getUrlEncoder().withoutPadding().encodeToString(other)))
                    .isEmpty();
        }
    }
}
