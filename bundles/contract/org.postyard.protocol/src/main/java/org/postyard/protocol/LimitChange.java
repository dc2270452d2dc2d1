package org.postyard.protocol;

import java.util.Optional;

/**
 * Changes one limit in the fleet document, as a new version of it.
 *
 * @param name as in {@link LimitView}
 * @param value the new one; empty takes the limit away
 * @param reason why, for the list of versions
 */
public record LimitChange(LimitScope scope, String name, Optional<Double> value, String reason) {}
