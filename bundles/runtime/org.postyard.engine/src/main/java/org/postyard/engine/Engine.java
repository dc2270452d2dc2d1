package org.postyard.engine;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.dns.AddressResolver;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.FleetListener;
import org.postyard.api.fleet.SecretSource;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.memory.HeapShare;
import org.postyard.api.message.MessageIds;
import org.postyard.api.operation.Directives;
import org.postyard.api.operation.MetricSource;
import org.postyard.api.operation.Yard;
import org.postyard.api.plugin.PluginProperties;
import org.postyard.api.routing.Balancer;
import org.postyard.api.spool.Spool;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.engine.cap.CapFile;
import org.postyard.engine.event.EventPipeline;
import org.postyard.engine.event.Listeners;
import org.postyard.engine.injection.InjectionService;
import org.postyard.engine.operation.BrokenComponents;
import org.postyard.engine.operation.YardService;
import org.postyard.engine.outcome.ReportWriter;
import org.postyard.engine.secret.SystemSecretSource;
import org.postyard.engine.site.Dns;
import org.postyard.engine.site.DnsAddressResolver;
import org.postyard.engine.site.MxSiteResolver;
import org.postyard.engine.slot.Slot;
import org.postyard.engine.slot.SlotOwner;
import org.postyard.engine.slot.Slots;
import org.postyard.engine.yard.YardServices;
import org.postyard.engine.yard.YardSettings;
import org.postyard.engine.yard.Yardmaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine as a component: builds the yard from its configuration, feeds it the plug-ins that come and go, and
 * registers the host services. Accepts mail once the first fleet is in force and the spool has been taken up.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = "org.postyard.engine")
@Designate(ocd = EngineConfig.class)
public final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int WORKERS = 4;

    private final Clock clock = Clock.systemUTC();
    private final Slots<Connector> connectors = new Slots<>();
    private final Slots<Balancer> balancers = new Slots<>();
    private volatile Optional<Journal> journal = Optional.empty();
    private final ConcurrentSkipListMap<ServiceReference<DepartureStage>, DepartureStage> stages =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final List<MetricSource> metricSources = new CopyOnWriteArrayList<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final ExecutorService work;
    private final EventPipeline events;
    private final Listeners listeners;
    private final Yardmaster yard;
    private final InjectionService injection;
    private volatile List<DepartureStage> orderedStages = List.of();

    @Activate
    public Engine(
            BundleContext context,
            EngineConfig config,
            @Reference Spool spool,
            @Reference SuppressionList suppressions,
            @Reference Directives directives,
            @Reference ServiceComponentRuntime components)
            throws UnknownHostException {
        this.work = workers();
        this.events = new EventPipeline(spool, () -> journal, clock, Duration.ofDays(config.journalRetentionDays()));
        this.listeners = new Listeners(events);
        MessageIds messageIds = new MessageIds(clock, config.nodeNumber());
        Dns dns = Dns.of(List.of(config.dnsServers()), Duration.ofSeconds(config.dnsTimeoutSeconds()));
        Random shuffle = new Random();
        this.yard = new Yardmaster(
                new YardServices(
                        clock,
                        messageIds,
                        spool,
                        events,
                        new MxSiteResolver(dns, () -> shuffle),
                        suppressions,
                        directives,
                        new CapFile(Path.of(context.getProperty("karaf.data"), "caps")),
                        connectors,
                        balancers,
                        () -> orderedStages,
                        new ReportWriter(config.hostName()),
                        work),
                settings(config));
        this.injection = new InjectionService(
                yard,
                spool,
                suppressions,
                messageIds,
                clock,
                MemoryLimits.of(Runtime.getRuntime().maxMemory()).injection(config));
        YardService operation = new YardService(
                yard,
                spool,
                injection,
                events,
                () -> journal,
                () -> metricSources,
                connectors,
                balancers,
                listeners,
                new BrokenComponents(components));
        register(context, InjectionDesk.class, injection);
        register(context, Yard.class, operation);
        register(context, EventFeed.class, events);
        register(context, AddressResolver.class, new DnsAddressResolver(dns));
        register(context, SecretSource.class, new SystemSecretSource());
        register(context, FleetListener.class, this::fleetChanged);
    }

    /** Its queue has no bound of its own: a message has one task in it at most, and one that is turned away would never be settled. */
    private static ExecutorService workers() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "postyard-work"));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static YardSettings settings(EngineConfig config) {
        return new YardSettings(
                Duration.ofSeconds(config.connectTimeoutSeconds()),
                Duration.ofSeconds(config.transactionTimeoutSeconds()),
                Duration.ofSeconds(config.idleTimeoutSeconds()),
                HeapShare.ATTEMPTS.bytesOr((long) config.hotMegabytes() << 20),
                config.suppressHardBounces());
    }

    private <T> void register(BundleContext context, Class<T> type, T service) {
        registrations.add(context.registerService(type, service, new Hashtable<>()));
    }

    private void fleetChanged(Fleet fleet) {
        injection.fleetChanged(fleet);
        if (started.compareAndSet(false, true)) yard.start(fleet).whenComplete((ready, trouble) -> report(trouble));
        else yard.fleetChanged(fleet);
    }

    private static void report(@Nullable Throwable trouble) {
        if (trouble == null) LOG.info("yard is ready");
        else LOG.error("yard cannot start; no mail is accepted", trouble);
    }

    @Deactivate
    void stop() {
        injection.stop();
        yard.close();
        listeners.close();
        events.close();
        registrations.forEach(ServiceRegistration::unregister);
        work.shutdown();
    }

    // --- plug-ins that come and go

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindConnector(Connector connector, ServiceReference<Connector> reference, Map<String, Object> properties) {
        connectors.bind(owner("connector", PluginProperties.CONNECTOR_ID, reference, properties), connector);
        arrived();
    }

    void unbindConnector(Connector connector, Map<String, Object> properties) {
        connectors.unbind(serviceId(properties), slot -> leaves(slot, false), slot -> leaves(slot, true));
    }

    private void leaves(Slot<Connector> slot, boolean cut) {
        yard.connectorLeaves(slot, cut);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindBalancer(Balancer balancer, ServiceReference<Balancer> reference, Map<String, Object> properties) {
        balancers.bind(owner("balancer", PluginProperties.BALANCER_ID, reference, properties), balancer);
        arrived();
    }

    void unbindBalancer(Balancer balancer, Map<String, Object> properties) {
        balancers.unbind(serviceId(properties), slot -> {}, slot -> {});
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(
            DeliveryEventListener listener,
            ServiceReference<DeliveryEventListener> reference,
            Map<String, Object> properties) {
        listeners.bind(owner("listener", PluginProperties.LISTENER_ID, reference, properties), listener);
    }

    void unbindListener(DeliveryEventListener listener, Map<String, Object> properties) {
        listeners.unbind(serviceId(properties));
    }

    private void arrived() {
        if (started.get()) yard.pluginArrived();
    }

    private static long serviceId(Map<String, Object> properties) {
        return properties.get("service.id") instanceof Long id ? id : -1;
    }

    private static SlotOwner owner(
            String kind, String idProperty, ServiceReference<?> reference, Map<String, Object> properties) {
        Bundle bundle = reference.getBundle();
        String name = bundle == null ? "" : String.valueOf(bundle.getSymbolicName());
        int ranking = properties.get("service.ranking") instanceof Integer given ? given : 0;
        return new SlotOwner(
                kind,
                String.valueOf(properties.getOrDefault(idProperty, name)),
                serviceId(properties),
                ranking,
                name,
                bundle == null ? "" : bundle.getVersion().toString());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindStage(DepartureStage stage, ServiceReference<DepartureStage> reference) {
        stages.put(reference, stage);
        orderedStages = List.copyOf(stages.values());
    }

    void unbindStage(DepartureStage stage, ServiceReference<DepartureStage> reference) {
        stages.remove(reference);
        orderedStages = List.copyOf(stages.values());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindJournal(Journal service) {
        journal = Optional.of(service);
    }

    void unbindJournal(Journal service) {
        if (journal.filter(current -> current == service).isPresent()) journal = Optional.empty();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindMetricSource(MetricSource source) {
        metricSources.add(source);
    }

    void unbindMetricSource(MetricSource source) {
        metricSources.remove(source);
    }
}
