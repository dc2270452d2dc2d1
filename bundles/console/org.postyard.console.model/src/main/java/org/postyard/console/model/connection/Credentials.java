package org.postyard.console.model.connection;

import java.util.Optional;

/** Knows the secret of a connection: the password of its account, or an API key if it has no account. */
@FunctionalInterface
public interface Credentials {
    /** The secret, or empty if nobody gave one. May block; never called on the thread of the display. */
    Optional<String> secret(SavedConnection connection);
}
