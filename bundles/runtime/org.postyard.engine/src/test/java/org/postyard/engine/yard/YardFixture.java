package org.postyard.engine.yard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.RetryTimetable;
import org.postyard.api.fleet.Route;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.TlsMode;
import org.postyard.api.injection.InjectionResult;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.Content;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.MessageIds;
import org.postyard.api.operation.Directives;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.ServerStatus;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;
import org.postyard.engine.cap.CapMemory;
import org.postyard.engine.cap.CapUse;
import org.postyard.engine.event.EventPipeline;
import org.postyard.engine.injection.InjectionService;
import org.postyard.engine.outcome.ReportWriter;
import org.postyard.engine.site.SiteLookup;
import org.postyard.engine.site.SiteResolver;
import org.postyard.engine.slot.SlotOwner;
import org.postyard.engine.slot.Slots;
import org.postyard.testkit.delivery.FakeConnector;
import org.postyard.testkit.spool.InMemorySpool;
import org.postyard.testkit.store.InMemoryDirectives;
import org.postyard.testkit.store.InMemoryJournal;
import org.postyard.testkit.store.InMemorySuppressionList;

/** A whole yard over a spool in memory and a connector without a network; waits for conditions instead of sleeping. */
final class YardFixture implements AutoCloseable {
    /** Runs as the real one does, but began shortly after noon, so that no hour and no day ends while a test counts caps. */
    static final Clock CLOCK = Clock.offset(
            Clock.systemUTC(),
            Duration.between(
                    Instant.now(), Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(12 * 60 + 5))));

    static final Content CONTENT = Content.of("Subject: test\r\n\r\nHello.\r\n");
    static final int CONTENT_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final ExecutorService spoolThread = Executors.newSingleThreadExecutor();
    final ExecutorService work = Executors.newFixedThreadPool(2);
    final InMemorySpool spool;
    final FakeConnector connector = new FakeConnector();
    final InMemorySuppressionList suppressions = new InMemorySuppressionList(CLOCK);
    final Directives directives;
    final CapMemory caps;
    final InMemoryJournal journal = new InMemoryJournal();
    final Slots<Connector> connectors = new Slots<>();
    final Slots<Balancer> balancers = new Slots<>();
    final EventPipeline events;
    final Yardmaster yard;
    final InjectionService injection;
    volatile List<DepartureStage> stages = List.of();
    SiteResolver sites =
            (domain, fleet) -> CompletableFuture.completedFuture(new SiteLookup.Failed("no resolver in this test"));

    YardFixture() {
        this(Optional.empty(), new InMemoryDirectives());
    }

    YardFixture(Optional<InMemorySpool> existing, Directives directives) {
        this(existing, directives, Duration.ofSeconds(30));
    }

    YardFixture(Optional<InMemorySpool> existing, Directives directives, Duration connectTimeout) {
        this(existing, directives, new CapsInMemory(), connectTimeout);
    }

    YardFixture(Optional<InMemorySpool> existing, Directives directives, CapMemory caps, Duration connectTimeout) {
        this.caps = caps;
        this.spool = existing.orElseGet(() -> InMemorySpool.completingOn(spoolThread));
        this.directives = directives;
        this.events = new EventPipeline(spool, () -> Optional.<Journal>of(journal), CLOCK, Duration.ofDays(1));
        MessageIds ids = new MessageIds(CLOCK, 0);
        this.yard = new Yardmaster(
                new YardServices(
                        CLOCK,
                        ids,
                        spool,
                        events,
                        (domain, fleet) -> sites.siteOf(domain, fleet),
                        suppressions,
                        directives,
                        caps,
                        connectors,
                        balancers,
                        () -> stages,
                        new ReportWriter("yard.example"),
                        work),
                new YardSettings(connectTimeout, Duration.ofSeconds(60), Duration.ofSeconds(5), CONTENT_BYTES, true));
        this.injection = new InjectionService(
                yard,
                spool,
                suppressions,
                ids,
                CLOCK,
                new InjectionService.Limits(4 << 20, 1_000_000, 1_000_000, 50_000));
        plugIn(1, connector);
        balancers.bind(new SlotOwner("balancer", "rotate", 2, 0, "test", "1"), ROTATE);
    }

    /** Remembers as long as the test runs. */
    static final class CapsInMemory implements CapMemory {
        private volatile Map<String, CapUse> uses = Map.of();

        @Override
        public Map<String, CapUse> read() {
            return uses;
        }

        @Override
        public void write(Map<String, CapUse> newUses) {
            uses = newUses;
        }
    }

    void plugIn(long serviceId, Connector service) {
        connectors.bind(new SlotOwner("connector", "smtp", serviceId, 0, "test", "1"), service);
    }

    static final Balancer ROTATE = (request, view) -> {
        List<SourceView> open = view.open();
        return new Selection.Use(open.get((int) (request.pick() % open.size())).source());
    };

    YardFixture start(Fleet fleet) {
        injection.fleetChanged(fleet);
        yard.start(fleet).toCompletableFuture().join();
        return this;
    }

    // --- fleets

    static SendingServer relay(String id) {
        return relay(id, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    static SendingServer relay(String id, Duration downAfter, Duration probation) {
        EgressSource source = new EgressSource(
                id,
                id,
                "smtp",
                Optional.of(new HostPort("127.0.0.1", 2600)),
                "",
                "",
                TlsMode.OFF,
                Optional.empty(),
                Map.of());
        return new SendingServer(id, SendingServer.Role.RELAY, "", 1, 0, downAfter, probation, List.of(source));
    }

    static SendingServer direct(String id) {
        EgressSource source =
                new EgressSource(id, id, "smtp", Optional.empty(), "", "", TlsMode.OFF, Optional.empty(), Map.of());
        return new SendingServer(
                id, SendingServer.Role.MTA, "", 1, 0, Duration.ofSeconds(10), Duration.ofSeconds(30), List.of(source));
    }

    static Fleet fleet(SendingServer... servers) {
        return fleet(PathLimits.NONE, Duration.ofHours(1), servers);
    }

    static Fleet fleet(PathLimits limits, Duration maxAge, SendingServer... servers) {
        List<IpPool.Member> members = new ArrayList<>();
        for (SendingServer server : servers) members.add(new IpPool.Member(server.id(), 1));
        Optional<String> any = Optional.empty();
        return new Fleet(
                List.of(servers),
                List.of(new IpPool("default", "rotate", members)),
                List.of(new Route(any, any, any, any, any, "default")),
                List.of(new LimitRule(any, any, any, any, any, limits)),
                List.of(),
                List.of(),
                List.of(new RetryTimetable(any, List.of(Duration.ofMillis(50)), 0, maxAge)));
    }

    // --- doing

    MessageId send(String... recipients) {
        return send(Handling.DEFAULT, recipients);
    }

    MessageId send(Handling handling, String... recipients) {
        return send(Envelope.of("sender@example.org", List.of(recipients)), handling);
    }

    MessageId send(Envelope envelope, Handling handling) {
        return send(envelope, handling, CONTENT);
    }

    MessageId send(Envelope envelope, Handling handling, Content content) {
        InjectionResult result = injection
                .submit(new Submission(envelope, handling, content, "192.0.2.1"))
                .toCompletableFuture()
                .join();
        return result.fold(new InjectionResult.Cases<>() {
            @Override
            public MessageId accepted(InjectionResult.Accepted accepted) {
                return accepted.id();
            }

            @Override
            public MessageId refused(InjectionResult.Refused refused) {
                throw new AssertionError("refused: " + refused);
            }
        });
    }

    // --- looking

    List<DeliveryEvent> eventsOf(MessageId id) {
        return spoolAndJournal().stream()
                .filter(event -> event.message().equals(id))
                .toList();
    }

    List<EventKind> kindsOf(MessageId id) {
        return eventsOf(id).stream().map(DeliveryEvent::kind).toList();
    }

    long count(EventKind kind) {
        return spoolAndJournal().stream().filter(event -> event.kind() == kind).count();
    }

    private List<DeliveryEvent> spoolAndJournal() {
        return events.after(0, 10_000);
    }

    ServerStatus server(String id) {
        return yard.snapshot().servers().stream()
                .filter(server -> server.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    long queued() {
        return yard.queues(QueueFilter.ALL, 100).stream()
                .mapToLong(queue -> queue.queued())
                .sum();
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) throw new AssertionError("not within " + PATIENCE + ": " + what);
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() throws InterruptedException {
        connector.releaseConnects();
        connector.releaseDeliveries();
        yard.close();
        events.close();
        work.shutdown();
        spoolThread.shutdown();
        spoolThread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
