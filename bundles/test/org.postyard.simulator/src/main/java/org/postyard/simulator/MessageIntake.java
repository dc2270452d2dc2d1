package org.postyard.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the content of one message byte by byte and keeps what a record needs: its size, the beginning of its header
 * section and, if asked, its digest. One conversation uses it at a time.
 */
final class MessageIntake {
    private static final int KEPT_BYTES = 16_384;

    private final byte[] kept = new byte[KEPT_BYTES];
    private final Optional<MessageDigest> digest;
    private long bytes;

    MessageIntake(boolean digesting) {
        this.digest = digesting ? Optional.of(sha256()) : Optional.empty();
    }

    void begin() {
        bytes = 0;
        digest.ifPresent(MessageDigest::reset);
    }

    void take(byte[] content, int length) {
        if (bytes < KEPT_BYTES) {
            int kept = (int) Math.min(length, KEPT_BYTES - bytes);
            System.arraycopy(content, 0, this.kept, (int) bytes, kept);
        }
        bytes += length;
        digest.ifPresent(running -> running.update(content, 0, length));
    }

    long bytes() {
        return bytes;
    }

    /** Digest of everything taken since {@link #begin}; empty if not asked for. */
    String sha256Hex() {
        return digest.map(running -> HexFormat.of().formatHex(running.digest())).orElse("");
    }

    /** {@code X-Test-Id}, else {@code Message-ID}, else empty. */
    String id() {
        return field("x-test-id").or(() -> field("message-id")).orElse("");
    }

    private Optional<String> field(String name) {
        String start = new String(kept, 0, (int) Math.min(bytes, KEPT_BYTES), StandardCharsets.ISO_8859_1);
        for (String line : start.split("\r\n", -1)) {
            if (line.isEmpty()) return Optional.empty();
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(line.substring(colon + 1).strip());
            }
        }
        return Optional.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
