package org.postyard.injection.smtp.command;

/** Command that Postyard knows. The most frequent come first, because they are looked for in this order. */
public enum Verb {
    RCPT,
    MAIL,
    DATA,
    BDAT,
    RSET,
    EHLO,
    HELO,
    QUIT,
    NOOP,
    AUTH,
    STARTTLS,
    VRFY,
    EXPN,
    HELP,
    /** Anything else. */
    UNKNOWN;

    private static final Verb[] KNOWN = values();
    private final long packed;

    Verb() {
        long letters = 0;
        for (int i = 0; i < name().length(); i++) letters = letters << 8 | name().charAt(i);
        this.packed = letters;
    }

    /** The verb whose upper-case letters, eight bits each, are these. */
    static Verb ofPacked(long letters) {
        for (Verb verb : KNOWN) if (verb.packed == letters) return verb;
        return UNKNOWN;
    }
}
