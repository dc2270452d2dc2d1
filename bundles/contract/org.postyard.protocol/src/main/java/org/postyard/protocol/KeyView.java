package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/** An API key without its secret. */
public record KeyView(String id, String name, String role, Instant created, String author, Optional<Instant> expires) {}
