package org.postyard.api.fleet;

import java.time.Instant;

/**
 * One kept version of the fleet document.
 *
 * @param number 1 for the first, without gaps
 * @param yaml the document as it was applied
 */
public record FleetVersion(long number, Instant appliedAt, String author, String comment, String yaml) {}
