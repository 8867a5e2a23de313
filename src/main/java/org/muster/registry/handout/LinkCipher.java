package org.muster.registry.handout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a plan and a cadre into a text that can only be read or made with the key. Equal inputs give equal texts.
 *
 * <p>AES-256 in Galois/Counter Mode (NIST SP 800-38D). The nonce is a keyed hash of what is encrypted, so that two
 * different contents have different ones without a counter; the idea is that of RFC 5297, synthetic initialization
 * vectors. Contents are padded: their length does not reveal the length of most identifiers.
 */
final class LinkCipher {

    private static final String ENCRYPTION = "AES/GCM/NoPadding";
    private static final String HASH = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int BLOCK = 48;
    private static final int LONGEST = 1_000;

    private final SecretKeySpec encryption;
    private final SecretKeySpec nonces;

    /**
     * A cipher.
     *
     * @param key 32 secret bytes
     */
    LinkCipher(byte[] key) {
        encryption = new SecretKeySpec(hash(new SecretKeySpec(key, HASH), "encryption"), "AES");
        nonces = new SecretKeySpec(hash(new SecretKeySpec(key, HASH), "nonces"), HASH);
    }

    /** Whose duties in which plan. */
    record Target(UUID plan, String cadre) {}

    /** The text for an address: letters, digits, {@code -} and {@code _}. */
    String tokenOf(Target target) {
        var content = contentOf(target);
        var nonce = Arrays.copyOf(hash(nonces, content), NONCE_BYTES);
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            var token = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has %s.".formatted(ENCRYPTION), e);
        }
    }

    /** What a text was made of; empty for one that was not made with this key. */
    Optional<Target> read(String token) {
        var bytes = decoded(token);
        if (bytes.length < NONCE_BYTES + TAG_BITS / Byte.SIZE + BLOCK) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            var content = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(targetOf(content));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has %s.".formatted(ENCRYPTION), e);
        }
    }

    private static byte[] decoded(String token) {
        if (token.length() > LONGEST) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // no text of ours
        }
    }

    /** The plan, the length of the identifier, the identifier, and zeros up to a multiple of the block. */
    private static byte[] contentOf(Target target) {
        var cadre = target.cadre().getBytes(StandardCharsets.UTF_8);
        int length = ID_BYTES + Short.BYTES + cadre.length;
        return ByteBuffer.allocate(Math.ceilDiv(length, BLOCK) * BLOCK)
                .putLong(target.plan().getMostSignificantBits())
                .putLong(target.plan().getLeastSignificantBits())
                .putShort((short) cadre.length)
                .put(cadre)
                .array();
    }

    private static Target targetOf(byte[] content) {
        var buffer = ByteBuffer.wrap(content);
        var plan = new UUID(buffer.getLong(), buffer.getLong());
        var cadre = new byte[buffer.getShort()];
        buffer.get(cadre);
        return new Target(plan, new String(cadre, StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] hash(SecretKeySpec key, String purpose) {
        return hash(key, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has %s.".formatted(HASH), e);
        }
    }
}
