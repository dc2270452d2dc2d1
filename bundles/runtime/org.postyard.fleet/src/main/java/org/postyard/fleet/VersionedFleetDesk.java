package org.postyard.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.FleetListener;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.FleetVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the fleet document in versions and tells every listener which fleet is in force.
 *
 * <p>Reads take a volatile snapshot. One lock orders changes and the registration of listeners, so that nobody hears of
 * an older fleet after a newer one.
 */
@Component(service = FleetDesk.class, immediate = true, configurationPid = "org.postyard.fleet")
@Designate(ocd = VersionedFleetDesk.Config.class)
public final class VersionedFleetDesk implements FleetDesk {
    static final String SCHEMA = "fleet.schema.json";
    static final String START = "start";

    private static final Logger LOG = LoggerFactory.getLogger(VersionedFleetDesk.class);
    private static final String NOTHING_YET = """
            # No fleet has been applied yet, so nothing can be sent. The least is:
            # version: 1
            # servers:
            #   - id: relay1
            #     nextHop: 127.0.0.1:2601
            """;

    /** Where a fleet comes from when none was ever applied. */
    @ObjectClassDefinition(name = "Postyard fleet", description = "Where the first fleet document comes from.")
    @interface Config {
        @AttributeDefinition(
                name = "Initial fleet",
                description =
                        "Path of a fleet document that is applied at start if no version was ever applied; empty for none.")
        String initialFleet() default "";

        @AttributeDefinition(
                name = "Force the initial fleet",
                description = "true applies the initial fleet at each start if it differs from the version in force.")
        boolean forceInitial() default false;
    }

    /** What is in force; no version while nothing was ever applied. */
    private record InForce(Fleet fleet, Optional<FleetVersion> version) {
        static final InForce NOTHING = new InForce(FleetDocument.EMPTY, Optional.empty());
    }

    private final String initialFleet;
    private final boolean forceInitial;
    private final FleetVersions versions;
    private final Set<FleetListener> listeners = ConcurrentHashMap.newKeySet();
    private final Object changing = new Object();
    private volatile InForce inForce = InForce.NOTHING;
    private volatile boolean started;

    @Activate
    public VersionedFleetDesk(Config config, @Reference FleetVersions versions) {
        this(config.initialFleet(), config.forceInitial(), versions);
    }

    VersionedFleetDesk(String initialFleet, boolean forceInitial, FleetVersions versions) {
        this.initialFleet = initialFleet;
        this.forceInitial = forceInitial;
        this.versions = versions;
    }

    /**
     * Puts the kept fleet in force, or the initial one, after the listeners that are already there were bound. If the
     * store does not answer, the next call to this desk tries again.
     */
    @Activate
    void start() {
        try {
            load();
        } catch (RuntimeException e) {
            LOG.error("fleet versions cannot be read; trying again at the next use: {}", e.toString());
        }
    }

    private void load() {
        synchronized (changing) {
            if (started) return;
            keptFleet().ifPresent(kept -> inForce = kept);
            if (inForce.version().isEmpty() || forceInitial) applyInitial();
            started = true;
            announce();
            if (inForce.version().isEmpty())
                LOG.warn("no fleet in force: mail is accepted and waits; apply a document, see postyard:fleet-apply");
        }
    }

    private InForce inForce() {
        if (!started) start();
        return inForce;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(FleetListener listener) {
        synchronized (changing) {
            listeners.add(listener);
            if (started) tell(listener);
        }
    }

    void unbindListener(FleetListener listener) {
        listeners.remove(listener);
    }

    @Override
    public Fleet current() {
        return inForce().fleet();
    }

    @Override
    public Optional<FleetVersion> currentVersion() {
        return inForce().version();
    }

    @Override
    public List<Problem> check(String yaml) {
        return FleetDocument.read(yaml).problems();
    }

    @Override
    public Applied apply(String yaml, String author, String comment) {
        FleetDocument document = FleetDocument.read(yaml);
        if (document.fleet().isEmpty()) return new Applied(Optional.empty(), document.problems(), List.of());
        load();
        synchronized (changing) {
            return putInForce(document.fleet().get(), yaml, author, comment);
        }
    }

    private Applied putInForce(Fleet fleet, String yaml, String author, String comment) {
        List<String> changes = FleetChanges.between(inForce.fleet(), fleet);
        FleetVersion version = versions.append(author, comment, yaml);
        inForce = new InForce(fleet, Optional.of(version));
        LOG.info(
                "fleet in force version={} author={} servers={} sources={} pools={} changes={}",
                version.number(),
                author,
                fleet.servers().size(),
                fleet.sources().size(),
                fleet.pools().size(),
                changes.size());
        if (started) announce();
        return new Applied(Optional.of(version), List.of(), changes);
    }

    @Override
    public Applied rollBack(long number, String author) {
        Optional<FleetVersion> version = versions.version(number);
        if (version.isPresent()) return apply(version.get().yaml(), author, "rolled back to version " + number);
        long newest = versions.newest().map(FleetVersion::number).orElse(0L);
        String known = newest == 0 ? "none was ever applied" : "versions are 1 to " + newest;
        Problem problem = new Problem(0, "version", "there is no version " + number + "; " + known);
        return new Applied(Optional.empty(), List.of(problem), List.of());
    }

    /** As the contract says; a document with problems gives these instead, one a line. */
    @Override
    public List<String> diff(String yaml) {
        FleetDocument document = FleetDocument.read(yaml);
        return document.fleet()
                .map(fleet -> FleetChanges.between(inForce().fleet(), fleet))
                .orElseGet(() -> document.problems().stream()
                        .map(problem -> "problem: " + problem)
                        .toList());
    }

    @Override
    public String export() {
        return inForce().version().map(FleetVersion::yaml).orElse(NOTHING_YET);
    }

    @Override
    public List<FleetVersion> versions() {
        return versions.list();
    }

    @Override
    public Optional<FleetVersion> version(long number) {
        return versions.version(number);
    }

    @Override
    public String schema() {
        try (InputStream stream = VersionedFleetDesk.class.getResourceAsStream(SCHEMA)) {
            if (stream == null) throw new IllegalStateException(SCHEMA + " is not in the bundle");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest kept version that this release can read: after an upgrade a stricter rule must not stop all mail. */
    private Optional<InForce> keptFleet() {
        Optional<FleetVersion> newest = versions.newest();
        if (newest.isEmpty()) return Optional.empty();
        for (long number = newest.get().number(); number > 0; number--) {
            Optional<InForce> kept = versions.version(number).flatMap(VersionedFleetDesk::readable);
            if (kept.isPresent()) return kept;
        }
        return Optional.empty();
    }

    private static Optional<InForce> readable(FleetVersion version) {
        FleetDocument document = FleetDocument.read(version.yaml());
        for (Problem problem : document.problems())
            LOG.error("kept fleet version={} is not valid, trying an older one: {}", version.number(), problem);
        return document.fleet().map(fleet -> new InForce(fleet, Optional.of(version)));
    }

    private void applyInitial() {
        if (initialFleet.isBlank()) return;
        Path file = Path.of(initialFleet);
        try {
            String yaml = Files.readString(file);
            if (inForce.version().map(FleetVersion::yaml).filter(yaml::equals).isPresent()) return;
            FleetDocument document = FleetDocument.read(yaml);
            for (Problem problem : document.problems()) LOG.error("initial fleet file={} {}", file, problem);
            document.fleet().ifPresent(fleet -> putInForce(fleet, yaml, START, "initial fleet from " + file));
        } catch (IOException e) {
            LOG.error("initial fleet file={} cannot be read: {}", file, e.toString());
        }
    }

    private void announce() {
        listeners.forEach(this::tell);
    }

    private void tell(FleetListener listener) {
        try {
            listener.fleetChanged(inForce.fleet());
        } catch (RuntimeException e) {
            LOG.error("fleet listener type={} failed", listener.getClass().getName(), e);
        }
    }
}
