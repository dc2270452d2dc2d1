package org.postyard.protocol;

/**
 * One limit that the fleet document sets. Of all that match a path, the strictest counts.
 *
 * @param scope what it is for; without any condition: every path
 * @param name {@code maxConnections} (of a server), {@code connections}, {@code messagesPerConnection},
 *     {@code recipientsPerMessage}, {@code messagesPerSecond}, {@code messagesPerHour} or {@code messagesPerDay}
 */
public record LimitView(LimitScope scope, String name, double value) {}
