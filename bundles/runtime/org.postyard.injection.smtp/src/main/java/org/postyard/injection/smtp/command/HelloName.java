package org.postyard.injection.smtp.command;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name that a client gives itself with EHLO or HELO (RFC 5321 §4.1.1.1). */
public final class HelloName {
    /** A domain or an address literal. Names that are no domains are common and harm nobody, but what could break a trace header is refused. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}|\\[[A-Za-z0-9.:-]{1,60}]");

    private HelloName() {}

    /** Reads the rest of the line; empty if it is no name. */
    public static Optional<String> read(CommandLine line) {
        String name = line.rest();
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
