package org.postyard.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Where commands find the services of the host; looked up for each use, so that a swap of a bundle is never felt. */
public interface HostServices {
    <T> Optional<T> find(Class<T> type);

    /** All services of a type. */
    <T> List<T> all(Class<T> type);

    /** The services of the framework that this bundle runs in; none outside of one. */
    static HostServices ofFramework() {
        return new HostServices() {
            @Override
            public <T> Optional<T> find(Class<T> type) {
                return Optional.ofNullable(FrameworkUtil.getBundle(HostServices.class))
                        .flatMap(bundle -> find(bundle.getBundleContext(), type));
            }

            @Override
            public <T> List<T> all(Class<T> type) {
                Bundle bundle = FrameworkUtil.getBundle(HostServices.class);
                return bundle == null ? List.of() : all(bundle.getBundleContext(), type);
            }

            private <T> List<T> all(BundleContext context, Class<T> type) {
                List<T> found = new ArrayList<>();
                for (ServiceReference<T> reference : references(context, type)) {
                    T service = context.getService(reference);
                    if (service != null) found.add(service);
                }
                return found;
            }

            private <T> Collection<ServiceReference<T>> references(BundleContext context, Class<T> type) {
                try {
                    return context.getServiceReferences(type, null);
                } catch (InvalidSyntaxException e) {
                    throw new IllegalStateException("no filter cannot be wrong", e);
                }
            }

            private <T> Optional<T> find(BundleContext context, Class<T> type) {
                ServiceReference<T> reference = context.getServiceReference(type);
                return reference == null ? Optional.empty() : Optional.ofNullable(context.getService(reference));
            }
        };
    }
}
