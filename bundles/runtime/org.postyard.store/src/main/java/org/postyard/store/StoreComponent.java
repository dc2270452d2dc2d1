package org.postyard.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetVersions;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.operation.Directives;
import org.postyard.api.suppression.SuppressionList;

/**
 * Opens the database and registers the services of the store once they can answer; activation itself does not wait.
 *
 * <p>Services that were registered stay, whatever becomes of the database later: a journal that throws lets the engine
 * keep its events, one that vanished would stop it. Registrations are guarded by this object's lock.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.postyard.store")
@Designate(ocd = StoreConfig.class)
public final class StoreComponent {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final BundleContext context;
    private final StoreOpener opener;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private boolean deactivated;

    @Activate
    public StoreComponent(StoreConfig config, BundleContext context) {
        this.context = context;
        DatabaseSettings settings = DatabaseSettings.of(config, name -> Optional.ofNullable(context.getProperty(name)));
        opener = new StoreOpener(
                () -> StoreServices.open(settings, Clock.systemUTC()), this::register, FIRST_WAIT, LONGEST_WAIT);
        opener.start();
    }

    private synchronized void register(StoreServices services) {
        if (deactivated) return;
        register(SuppressionList.class, services.suppressions());
        register(Journal.class, services.journal());
        register(FleetVersions.class, services.fleetVersions());
        register(Directives.class, services.directives());
        register(ApiKeys.class, services.apiKeys());
        register(IdempotencyKeys.class, services.idempotencyKeys());
    }

    private <T> void register(Class<T> type, T service) {
        registrations.add(context.registerService(type, service, null));
    }

    @Deactivate
    void deactivate() {
        List<ServiceRegistration<?>> ended;
        synchronized (this) {
            deactivated = true;
            ended = List.copyOf(registrations);
            registrations.clear();
        }
        ended.forEach(ServiceRegistration::unregister);
        opener.close();
    }
}
