package org.postyard.api.delivery;

import java.util.concurrent.CompletionStage;
import org.postyard.api.fleet.EgressPath;

/**
 * Speaks one protocol to the next hop. Thread-safe; holds no messages.
 *
 * <p>Registered as an OSGi service with the property {@code connector.id}
 * ({@link org.postyard.api.plugin.PluginProperties#CONNECTOR_ID}). When its component is deactivated it closes every
 * session that is still open, after the engine has had five seconds to close them itself.
 */
public interface Connector {
    /**
     * Opens one conversation with the path's next hop, or with the first MX host of its site that answers.
     *
     * <p>Must not block. The stage completes normally, with one of the sealed results, at the latest at the deadline;
     * it completes exceptionally only if this connector is broken.
     */
    CompletionStage<ConnectResult> connect(EgressPath path, Deadline deadline);
}
