package org.postyard.api.fleet;

import java.util.Optional;

/** Host service that resolves secret references; plug-ins ask anew for each conversation, so that a rotated secret takes effect. */
public interface SecretSource {
    /** The secret behind {@code env:NAME} or {@code file:PATH}; empty if there is none. Never log it. */
    Optional<String> resolve(String reference);
}
