package org.postyard.api.fleet;

/**
 * A user name and where its secret is found; the secret itself is never part of a fleet.
 *
 * @param secret {@code env:NAME} or {@code file:PATH}; resolved by {@link SecretSource} when a conversation needs it
 */
public record Credential(String user, String secret) {}
