package org.postyard.api.plugin;

/** Names of the service properties by which the engine finds plug-ins. */
public final class PluginProperties {
    /** Id of a {@link org.postyard.api.routing.Balancer}, as pools name it: {@code round-robin}. */
    public static final String BALANCER_ID = "balancer.id";
    /** Id of a {@link org.postyard.api.delivery.Connector}, as sources name it: {@code smtp}. */
    public static final String CONNECTOR_ID = "connector.id";
    /** Name of a {@link org.postyard.api.event.DeliveryEventListener} in metrics and lists; the name of its bundle if it gives none. */
    public static final String LISTENER_ID = "listener.id";

    private PluginProperties() {}
}
