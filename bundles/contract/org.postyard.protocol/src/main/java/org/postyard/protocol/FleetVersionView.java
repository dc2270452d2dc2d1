package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * One kept version of the fleet document.
 *
 * @param yaml the document; empty in lists
 */
public record FleetVersionView(long number, Instant appliedAt, String author, String comment, Optional<String> yaml) {}
