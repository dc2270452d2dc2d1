package org.postyard.injection.smtp.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.postyard.injection.smtp.reply.Replies;
import org.postyard.injection.smtp.reply.Reply;

/** One exchange of AUTH (RFC 4954), by PLAIN (RFC 4616) or LOGIN. Used once. */
final class Authentication {
    /** How a client proves who it is. */
    private enum Mechanism {
        PLAIN,
        LOGIN
    }

    /** What a client claims; never logged. */
    record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** What comes next: a reply that asks or ends the exchange, or credentials to check. */
    record Progress(Optional<Reply> reply, Optional<Credentials> credentials) {
        static Progress of(Reply reply) {
            return new Progress(Optional.of(reply), Optional.empty());
        }
    }

    private final Mechanism mechanism;
    private Optional<String> user = Optional.empty();

    private Authentication(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    /** An exchange by a mechanism; empty if it is not known. */
    static Optional<Authentication> of(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> Optional.of(new Authentication(Mechanism.PLAIN));
            case "LOGIN" -> Optional.of(new Authentication(Mechanism.LOGIN));
            default -> Optional.empty();
        };
    }

    /** Begins with the initial response, empty if there is none. */
    Progress start(String initial) {
        if (!initial.isEmpty()) return answer(initial.equals("=") ? "" : initial);
        return Progress.of(mechanism == Mechanism.PLAIN ? Replies.ASK_PLAIN : Replies.ASK_USER_NAME);
    }

    /** Takes the client's next line. */
    Progress answer(String line) {
        if (line.equals("*")) return Progress.of(Replies.AUTH_CANCELLED);
        Optional<String> text = decode(line);
        if (text.isEmpty()) return Progress.of(Replies.AUTH_GARBLED);
        return mechanism == Mechanism.PLAIN ? plain(text.get()) : login(text.get());
    }

    private static Optional<String> decode(String line) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Authorisation identity, NUL, user, NUL, password; nobody may act for somebody else. */
    private static Progress plain(String text) {
        String[] parts = text.split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty()) return Progress.of(Replies.AUTH_GARBLED);
        if (!parts[0].isEmpty() && !parts[0].equals(parts[1])) return Progress.of(Replies.AUTH_FAILED);
        return done(parts[1], parts[2]);
    }

    private Progress login(String text) {
        if (user.isPresent()) return done(user.get(), text);
        if (text.isEmpty()) return Progress.of(Replies.AUTH_GARBLED);
        user = Optional.of(text);
        return Progress.of(Replies.ASK_PASSWORD);
    }

    private static Progress done(String user, String password) {
        return new Progress(Optional.empty(), Optional.of(new Credentials(user, password)));
    }
}
