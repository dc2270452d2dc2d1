package org.postyard.injection.smtp.command;

/** The encoding of values in DSN parameters (RFC 3461 §4): printable ASCII, with {@code +hh} for the rest. */
final class Xtext {
    /** RFC 3461 §4.4. */
    static final int MAX_ENVELOPE_ID = 100;
    /** RFC 3461 §4.2. */
    static final int MAX_ORIGINAL_RECIPIENT = 500;

    private Xtext() {}

    /** Whether a text is xtext of 1 to so many characters. */
    static boolean valid(String text, int maxLength) {
        if (text.isEmpty() || text.length() > maxLength) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '!' || c > '~' || c == '=') return false;
            if (c != '+') continue;
            if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) return false;
            i += 2;
        }
        return true;
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
    }
}
