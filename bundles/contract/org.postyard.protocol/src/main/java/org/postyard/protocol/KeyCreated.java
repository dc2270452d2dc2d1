package org.postyard.protocol;

/** A new API key with its token, which is shown this once only. */
public record KeyCreated(KeyView key, String token) {}
