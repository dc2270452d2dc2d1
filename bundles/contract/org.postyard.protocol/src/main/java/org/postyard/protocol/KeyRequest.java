package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/** Asks for a new API key. */
public record KeyRequest(String name, String role, Optional<Instant> expires) {}
