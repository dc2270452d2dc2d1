package org.postyard.testkit.console;

/**
 * How large a played runtime is and how much happens there.
 *
 * @param sourcesPerServer ways out of each server
 * @param changesPerSecond servers and sources that change
 * @param eventsPerSecond DeliveryEvents
 */
public record FleetSize(int servers, int sourcesPerServer, int queues, int changesPerSecond, int eventsPerSecond) {
    /** What the console must bear: 500 servers, 20,000 sources, 500 changes a second. */
    public static final FleetSize LARGE = new FleetSize(500, 40, 400, 500, 500);

    /** Enough to look at. */
    public static final FleetSize SMALL = new FleetSize(12, 4, 40, 20, 20);
}
