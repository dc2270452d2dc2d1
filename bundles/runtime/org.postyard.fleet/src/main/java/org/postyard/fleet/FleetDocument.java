package org.postyard.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.FleetDesk.Problem;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.RetryTimetable;
import org.postyard.api.fleet.Route;
import org.postyard.api.fleet.SendingServer;

/**
 * A fleet document that was read: either a valid fleet or everything that is wrong with it.
 *
 * @param fleet empty if there is a problem
 */
record FleetDocument(Optional<Fleet> fleet, List<Problem> problems) {
    static final Set<String> KEYS =
            Keys.of("version", "servers", "pools", "routes", "limits", "providers", "mx", "retry");
    static final String VERSION = "1";

    /** A fleet without servers: mail is accepted and waits. */
    static final Fleet EMPTY = new Fleet(
            List.of(),
            List.of(new IpPool(Pools.DEFAULT_POOL, Pools.DEFAULT_BALANCER, List.of())),
            List.of(Routes.everything(Pools.DEFAULT_POOL)),
            List.of(),
            List.of(),
            List.of(),
            List.of(RetryTimetable.DEFAULT));

    static FleetDocument read(String yaml) {
        Problems problems = new Problems();
        Optional<Fleet> fleet = YamlText.read(yaml, problems)
                .flatMap(root -> root.section(KEYS))
                .map(FleetDocument::fleet);
        return problems.none()
                ? new FleetDocument(fleet, List.of())
                : new FleetDocument(Optional.empty(), problems.inOrder());
    }

    private static Fleet fleet(Section document) {
        checkVersion(document);
        Declared declared = new Declared();
        Destinations destinations = new Destinations(declared);
        List<SendingServer> servers = document.require("servers", "the list of servers that send")
                .map(new Servers(declared)::read)
                .orElse(List.of());
        var providers = list(document, "providers", destinations::providers);
        List<IpPool> pools = pools(document, new Pools(declared, servers));
        List<Route> routes = routes(document, new Routes(declared), pools);
        var limits = list(document, "limits", new Limits(declared)::read);
        var overrides = list(document, "mx", destinations::overrides);
        var retries = document.find("retry").map(Retries::read).orElseGet(Retries::byDefault);
        return new Fleet(servers, pools, routes, limits, providers, overrides, retries);
    }

    private static void checkVersion(Section document) {
        document.require("version", "the version of this syntax, which is " + VERSION)
                .ifPresent(value -> value.text()
                        .filter(text -> !text.equals(VERSION))
                        .ifPresent(text -> value.problem("'" + text + "' is not known; this release reads version 1")));
    }

    private static List<IpPool> pools(Section document, Pools reader) {
        return document.find("pools").map(reader::read).orElseGet(reader::byDefault);
    }

    private static List<Route> routes(Section document, Routes reader, List<IpPool> pools) {
        return document.find("routes").map(reader::read).orElseGet(() -> reader.byDefault(pools, document));
    }

    private static <T> List<T> list(Section document, String key, Function<Value, List<T>> reader) {
        return document.find(key).map(reader).orElse(List.of());
    }
}
