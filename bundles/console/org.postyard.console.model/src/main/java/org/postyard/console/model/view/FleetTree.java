package org.postyard.console.model.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/**
 * The fleet as site, server and source. Immutable; {@link #with} makes the next one and keeps every line whose server or
 * source did not change, so that 20,000 of them cost little.
 */
public final class FleetTree {
    private final FleetRowMaker maker;
    private final Figures figures;
    private final RuntimeSnapshot snapshot;
    private final Map<Object, FleetRow> made;
    private final List<FleetRow> sites;
    private final Map<String, List<FleetRow>> serversOfSite;
    private final Map<String, List<FleetRow>> sourcesOfServer;

    private FleetTree(FleetRowMaker maker, Figures figures, RuntimeSnapshot snapshot, Map<Object, FleetRow> known) {
        this.maker = maker;
        this.figures = figures;
        this.snapshot = snapshot;
        this.made = new IdentityHashMap<>();
        this.serversOfSite = new TreeMap<>(new NaturalOrder());
        this.sourcesOfServer = new HashMap<>();
        for (ServerView server : snapshot.servers().list()) {
            FleetRow row = row(server, known);
            serversOfSite
                    .computeIfAbsent(server.site(), site -> new ArrayList<>())
                    .add(row);
        }
        for (SourceView source : snapshot.sources().list())
            sourcesOfServer
                    .computeIfAbsent(source.server(), server -> new ArrayList<>())
                    .add(row(source, known));
        this.sites = serversOfSite.entrySet().stream()
                .map(entry -> maker.site(entry.getKey(), entry.getValue()))
                .toList();
    }

    public static FleetTree of(RuntimeSnapshot snapshot, Thresholds thresholds, Figures figures) {
        return new FleetTree(new FleetRowMaker(thresholds, figures), figures, snapshot, Map.of());
    }

    /** The tree of a newer snapshot of the same runtime. */
    public FleetTree with(RuntimeSnapshot newer) {
        boolean same = newer.servers() == snapshot.servers()
                && newer.sources() == snapshot.sources()
                && newer.link().equals(snapshot.link());
        return same ? this : new FleetTree(maker, figures, newer, made);
    }

    public List<FleetRow> sites() {
        return sites;
    }

    public List<FleetRow> servers() {
        return serversOfSite.values().stream().flatMap(List::stream).toList();
    }

    /** Whether there is nothing at all. */
    public boolean empty() {
        return sites.isEmpty() && sourcesOfServer.isEmpty();
    }

    /** Lines below a line. */
    public List<FleetRow> childrenOf(FleetRow row) {
        Map<String, List<FleetRow>> below = row.kind() == FleetRow.Kind.SITE ? serversOfSite : sourcesOfServer;
        return row.kind() == FleetRow.Kind.SOURCE ? List.of() : List.copyOf(below.getOrDefault(row.id(), List.of()));
    }

    /** The line of a server or source. */
    public Optional<FleetRow> find(FleetRow.Kind kind, String id) {
        return switch (kind) {
            case SITE -> sites.stream().filter(row -> row.id().equals(id)).findFirst();
            case SERVER -> snapshot.servers().find(id).map(made::get);
            case SOURCE -> snapshot.sources().find(id).map(made::get);
        };
    }

    /** All lines that the query wants, from top to bottom. */
    public List<FleetRow> rows(FleetQuery query) {
        List<FleetRow> rows = new ArrayList<>();
        addWanted(sites, query, false, rows);
        return rows;
    }

    /** Adds what is wanted of these lines and of those below; says whether there was any. */
    private boolean addWanted(List<FleetRow> candidates, FleetQuery query, boolean aboveMatches, List<FleetRow> rows) {
        boolean any = false;
        for (FleetRow row : candidates.stream().sorted(query.comparator()).toList()) {
            int place = rows.size();
            rows.add(row);
            boolean matches = query.matches(row) || (aboveMatches && query.least() == Severity.UNKNOWN);
            boolean open = query.filters() || query.expanded().contains(row.key());
            boolean below = open
                    && addWanted(
                            childrenOf(row), query, matches && !query.text().isEmpty(), rows);
            if (matches || below) any = true;
            else rows.subList(place, rows.size()).clear();
        }
        return any;
    }

    private FleetRow row(Object view, Map<Object, FleetRow> known) {
        FleetRow row = known.get(view);
        if (row == null
                || (row.severity() == Severity.UNKNOWN) == snapshot.link().live()) row = fresh(view);
        made.put(view, row);
        return row;
    }

    private FleetRow fresh(Object view) {
        FleetRow row = view instanceof ServerView server ? maker.server(server) : maker.source((SourceView) view);
        return snapshot.staleSince()
                .map(since -> row.unknown("No news since " + figures.time(since) + "; was: "
                        + (row.reason().isEmpty() ? row.state() : row.reason())))
                .orElse(row);
    }
}
