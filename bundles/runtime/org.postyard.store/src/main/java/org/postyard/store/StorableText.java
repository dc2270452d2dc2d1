package org.postyard.store;

/** Texts as every database can hold them: PostgreSQL knows no NUL, and no peer's chatter may fill the disk. */
final class StorableText {
    static final int MAX_LENGTH = 10_000;

    private StorableText() {}

    /** The text itself, unless it holds a NUL or a half character, or is too long. */
    static String of(String text) {
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        return storable(cut) ? cut : repaired(cut);
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c))
                return c != 0 && repaired(text).equals(text);
        }
        return true;
    }

    private static String repaired(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
