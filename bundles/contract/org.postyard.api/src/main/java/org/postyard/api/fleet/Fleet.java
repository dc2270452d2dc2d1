package org.postyard.api.fleet;

import java.util.List;
import java.util.Optional;

/**
 * All servers, sources, pools, routes, limits and timetables: one document, valid as a whole.
 *
 * <p>Whoever builds one has validated it: every id that is referred to exists, ids are unique, weights are positive,
 * at least one route matches every message.
 *
 * @param routes tried in order; the first that matches gives the pool
 * @param limits all that match a path apply, the strictest value of each limit wins
 * @param mxOverrides used instead of DNS for the domains they name
 * @param retries tried in order; the first that matches a message class gives its timetable
 */
public record Fleet(
        List<SendingServer> servers,
        List<IpPool> pools,
        List<Route> routes,
        List<LimitRule> limits,
        List<Provider> providers,
        List<MxOverride> mxOverrides,
        List<RetryTimetable> retries) {
    public Fleet {
        servers = List.copyOf(servers);
        pools = List.copyOf(pools);
        routes = List.copyOf(routes);
        limits = List.copyOf(limits);
        providers = List.copyOf(providers);
        mxOverrides = List.copyOf(mxOverrides);
        retries = List.copyOf(retries);
    }

    public Optional<SendingServer> server(String id) {
        return servers.stream().filter(server -> server.id().equals(id)).findFirst();
    }

    public Optional<IpPool> pool(String id) {
        return pools.stream().filter(pool -> pool.id().equals(id)).findFirst();
    }

    /** All sources of all servers, in document order. */
    public List<EgressSource> sources() {
        return servers.stream().flatMap(server -> server.sources().stream()).toList();
    }
}
