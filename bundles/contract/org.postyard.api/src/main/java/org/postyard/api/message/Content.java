package org.postyard.api.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The octets of one message as they are stored and sent: not dot-stuffed, not decoded, not parsed.
 *
 * <p>The array is shared, not copied, because it crosses the hot path several times: whoever gets a content never writes to it.
 */
public final class Content {
    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes ownership of the array: the caller does not write to it any more. */
    public static Content of(byte[] bytes) {
        return new Content(bytes);
    }

    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The shared array itself; read-only by agreement. */
    public byte[] bytes() {
        return bytes;
    }

    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public int sizeBytes() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "Content[" + bytes.length + " bytes]";
    }
}
