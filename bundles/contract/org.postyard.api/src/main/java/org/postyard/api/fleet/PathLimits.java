package org.postyard.api.fleet;

/**
 * What one EgressPath (source x site) may do. Zero means: not limited by this rule.
 *
 * @param connections conversations at one time
 * @param messagesPerConnection transactions before a conversation is closed
 * @param recipientsPerMessage recipients in one transaction
 * @param messagesPerSecond transactions per second; a burst of one second is allowed
 * @param messagesPerHour recipients per clock hour (UTC)
 * @param messagesPerDay recipients per day (UTC)
 */
public record PathLimits(
        int connections,
        int messagesPerConnection,
        int recipientsPerMessage,
        double messagesPerSecond,
        long messagesPerHour,
        long messagesPerDay) {
    public static final PathLimits NONE = new PathLimits(0, 0, 0, 0, 0, 0);

    /** What a path has that no rule matches. */
    public static final PathLimits DEFAULT = new PathLimits(20, 100, 100, 0, 0, 0);

    /** The stricter of both, limit by limit. */
    public PathLimits and(PathLimits other) {
        return new PathLimits(
                (int) stricter(connections, other.connections),
                (int) stricter(messagesPerConnection, other.messagesPerConnection),
                (int) stricter(recipientsPerMessage, other.recipientsPerMessage),
                stricter(messagesPerSecond, other.messagesPerSecond),
                (long) stricter(messagesPerHour, other.messagesPerHour),
                (long) stricter(messagesPerDay, other.messagesPerDay));
    }

    private static double stricter(double one, double other) {
        if (one == 0) return other;
        return other == 0 ? one : Math.min(one, other);
    }
}
