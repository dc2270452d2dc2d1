package org.postyard.api.fleet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Host service that changes one limit of the fleet document in place, keeping everything else of it letter by letter. Each
 * change is a new version; rolling back undoes it.
 */
public interface LimitDesk {
    /** All limits that the document in force sets. */
    List<Limit> limits();

    /** Sets a limit, or takes it away if there is no value. */
    FleetDesk.Applied change(Scope scope, Name name, OptionalDouble value, String author, String reason);

    /** What can be limited; {@link #MAX_CONNECTIONS} belongs to a server, the others to paths. */
    enum Name {
        MAX_CONNECTIONS("maxConnections"),
        CONNECTIONS("connections"),
        MESSAGES_PER_CONNECTION("messagesPerConnection"),
        RECIPIENTS_PER_MESSAGE("recipientsPerMessage"),
        MESSAGES_PER_SECOND("messagesPerSecond"),
        MESSAGES_PER_HOUR("messagesPerHour"),
        MESSAGES_PER_DAY("messagesPerDay");

        private final String key;

        Name(String key) {
            this.key = key;
        }

        /** Its key in the document. */
        public String key() {
            return key;
        }

        public static Optional<Name> ofKey(String key) {
            for (Name name : values()) if (name.key.equals(key)) return Optional.of(name);
            return Optional.empty();
        }
    }

    /** Which paths; no condition means all. */
    record Scope(
            Optional<String> server,
            Optional<String> source,
            Optional<String> pool,
            Optional<String> provider,
            Optional<String> domain) {}

    /** One limit of the document. */
    record Limit(Scope scope, Name name, double value) {}
}
