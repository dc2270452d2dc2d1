package org.postyard.fleet;

import static org.postyard.fleet.Declared.Kind.POOL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.Route;

/** Reads the part {@code routes}; without it everything goes through the only pool, or through the one named {@code default}. */
final class Routes {
    static final Set<String> CONDITION_KEYS = Keys.of("tenant", "campaign", "class", "domain", "senderDomain");
    static final Set<String> ROUTE_KEYS = Keys.union(CONDITION_KEYS, Keys.of("pool"));

    private final Declared declared;

    Routes(Declared declared) {
        this.declared = declared;
    }

    /** What a document without routes has. */
    List<Route> byDefault(List<IpPool> pools, Section document) {
        boolean only = pools.size() == 1;
        if (only || declared.of(POOL).containsKey(Pools.DEFAULT_POOL))
            return List.of(everything(only ? pools.get(0).id() : Pools.DEFAULT_POOL));
        if (pools.size() > 1)
            document.problem(
                    "several pools, but no 'routes' to choose among them; name one pool 'default' or add routes");
        return List.of();
    }

    List<Route> read(Value routes) {
        List<Route> read = new ArrayList<>();
        Map<Route, String> seen = new HashMap<>();
        Optional<String> catchAll = Optional.empty();
        for (Value item : routes.items()) {
            Optional<Route> route = route(item);
            if (route.isEmpty()) continue;
            Optional<String> end = catchAll;
            end.ifPresent(path -> item.problem("is never reached, because " + path + " matches every message"));
            String twin = seen.putIfAbsent(withoutPool(route.get()), item.path());
            if (twin != null && end.isEmpty())
                item.problem("is never reached, because " + twin + " has the same conditions");
            if (catchAll.isEmpty() && withoutPool(route.get()).equals(everything("")))
                catchAll = Optional.of(item.path());
            read.add(route.get());
        }
        if (catchAll.isEmpty() && !read.isEmpty())
            routes.problem("no route for the rest; the last route has only 'pool' and matches every message");
        return read;
    }

    private Optional<Route> route(Value value) {
        return value.section(ROUTE_KEYS)
                .map(section -> new Route(
                        section.find("tenant").flatMap(Names::freeText),
                        section.find("campaign").flatMap(Names::freeText),
                        section.find("class").flatMap(Names::messageClass),
                        section.find("domain").flatMap(Names::domainPattern),
                        section.find("senderDomain").flatMap(Names::domainPattern),
                        section.require("pool", "the pool for what matches")
                                .flatMap(pool -> declared.refer(POOL, pool))
                                .orElse("")));
    }

    private static Route withoutPool(Route route) {
        return new Route(
                route.tenant(),
                route.campaign(),
                route.messageClass(),
                route.recipientDomain(),
                route.senderDomain(),
                "");
    }

    static Route everything(String pool) {
        return new Route(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), pool);
    }
}
