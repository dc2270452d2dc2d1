package org.postyard.api.message;

import java.util.Optional;

/**
 * Identity of one message: sortable by time of acceptance and unique in a cluster.
 *
 * <p>Layout of the 64 bits: 42 bits of milliseconds since 2024-01-01T00:00:00Z, 8 bits of node number, 14 bits of
 * sequence within the millisecond (see {@link MessageIds}). The text form is 13 characters of Crockford's base 32, lower case.
 */
public record MessageId(long value) implements Comparable<MessageId> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TEXT_LENGTH = 13;

    public MessageId {
        if (value < 0) throw new IllegalArgumentException("message id " + value + " is negative");
    }

    /** Reads the text form; empty if the text is not the text form of any id. */
    public static Optional<MessageId> parse(String text) {
        if (text.length() != TEXT_LENGTH) return Optional.empty();
        long value = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = ALPHABET.indexOf(Character.toLowerCase(text.charAt(i)));
            if (digit < 0 || (i == 0 && digit > 7)) return Optional.empty();
            value = value << 5 | digit;
        }
        return value < 0 ? Optional.empty() : Optional.of(new MessageId(value));
    }

    /** The text form, as shown to people and in headers. */
    public String text() {
        char[] text = new char[TEXT_LENGTH];
        long rest = value;
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    @Override
    public int compareTo(MessageId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return text();
    }
}
