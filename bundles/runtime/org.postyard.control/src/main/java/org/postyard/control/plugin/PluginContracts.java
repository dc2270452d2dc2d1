package org.postyard.control.plugin;

import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.api.routing.Balancer;

/** The services by which a bundle is a plug-in. The runtime's own bundles provide none, so that nobody can stop the engine here. */
final class PluginContracts {
    static final Set<String> NAMES = Set.of(
            Balancer.class.getName(),
            Connector.class.getName(),
            DepartureStage.class.getName(),
            DeliveryEventListener.class.getName());

    private static final String SERVICE_NAMESPACE = "osgi.service";

    private PluginContracts() {}

    static boolean isPlugin(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(SERVICE_NAMESPACE).stream().anyMatch(PluginContracts::isContract);
    }

    private static boolean isContract(BundleCapability capability) {
        Object names = capability.getAttributes().get("objectClass");
        return names instanceof List<?> list && list.stream().anyMatch(NAMES::contains);
    }
}
