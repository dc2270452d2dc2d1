package org.postyard.connector.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the client says, line by line, to prove who it is (RFC 4954, RFC 4616); never logged. */
final class Authentication {
    private final Deque<String> lines;

    private Authentication(List<String> lines) {
        this.lines = new ArrayDeque<>(lines);
    }

    /** PLAIN if the peer has it, else LOGIN; empty if it has neither. */
    static Optional<Authentication> choose(Set<String> mechanisms, Login login) {
        if (mechanisms.contains("PLAIN"))
            return Optional.of(
                    new Authentication(List.of("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()))));
        if (mechanisms.contains("LOGIN"))
            return Optional.of(
                    new Authentication(List.of("AUTH LOGIN", base64(login.user()), base64(login.password()))));
        return Optional.empty();
    }

    /** The next line; empty if all has been said. */
    Optional<String> next() {
        return Optional.ofNullable(lines.poll());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
