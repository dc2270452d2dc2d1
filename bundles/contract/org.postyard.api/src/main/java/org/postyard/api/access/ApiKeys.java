package org.postyard.api.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API keys for the control API, durable; only hashes of the secrets are kept. Blocking; {@link #verify} answers from a cache after the first time. */
public interface ApiKeys {
    /** Makes a key; the returned token is shown once and cannot be read again. */
    Created create(String name, Role role, Optional<Instant> expires, String author);

    /** The key that a token belongs to; empty if there is none or it has expired. */
    Optional<ApiKey> verify(String token);

    List<ApiKey> list();

    /** Whether there was one to remove. */
    boolean remove(String id);

    /** A key without its secret. */
    record ApiKey(String id, String name, Role role, Instant created, String author, Optional<Instant> expires) {}

    /** A new key with its token. */
    record Created(ApiKey key, String token) {}
}
