package org.postyard.control.route;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.MessageId;
import org.postyard.control.problem.Problems;

/** Checks of what a client sent; each ends the request with a problem that names the place. */
final class Required {
    private Required() {}

    static <T> T body(@Nullable T body) {
        if (body == null) throw Problems.malformed("", "The request needs a JSON body.");
        return body;
    }

    static String text(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) throw Problems.invalid(pointer, pointer + " is needed.");
        return value;
    }

    static int between(String pointer, int value, int least, int most) {
        if (value < least || value > most)
            throw Problems.invalid(pointer, pointer + " is " + value + ", but must be " + least + " to " + most + ".");
        return value;
    }

    static Optional<Instant> time(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeParseException e) {
            throw Problems.malformed(name, name + " is no time such as 2026-01-31T12:00:00Z.");
        }
    }

    static MessageId messageId(String text) {
        return MessageId.parse(text)
                .orElseThrow(() -> Problems.malformed("id", "'" + text + "' is no message id (13 characters)."));
    }
}
