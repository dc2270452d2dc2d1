package org.postyard.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postyard.api.fleet.Credential;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.MxOverride;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.Provider;
import org.postyard.api.fleet.RetryTimetable;
import org.postyard.api.fleet.Route;
import org.postyard.api.fleet.SendingServer;

/** Takes a fleet apart into named parts with named settings, in the words of the document, so that two fleets can be compared. */
final class FleetParts {
    private final Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    private final Map<String, List<String>> orders = new LinkedHashMap<>();

    private FleetParts() {}

    static FleetParts of(Fleet fleet) {
        FleetParts parts = new FleetParts();
        fleet.servers().forEach(parts::server);
        fleet.pools().forEach(parts::pool);
        fleet.routes().forEach(parts::route);
        fleet.limits().forEach(parts::limit);
        fleet.providers().forEach(parts::provider);
        fleet.mxOverrides().forEach(parts::override);
        fleet.retries().forEach(parts::timetable);
        return parts;
    }

    /** Settings by part; a setting that is not used is absent. */
    Map<String, Map<String, String>> parts() {
        return parts;
    }

    /** Names of parts whose order has a meaning, by what they are. */
    Map<String, List<String>> orders() {
        return orders;
    }

    private void server(SendingServer server) {
        Part part = part("server " + server.id());
        part.set("role", Part.word(server.role()));
        part.set("site", server.site());
        part.set("capacity", String.valueOf(server.capacity()));
        part.setCount("maxConnections", server.maxConnections());
        part.set("downAfter", Quantities.text(server.downAfter()));
        part.set("probation", Quantities.text(server.probation()));
        server.sources().forEach(this::source);
    }

    private void source(EgressSource source) {
        Part part = part("source " + source.id());
        part.set("server", source.server());
        part.set("connector", source.connector());
        part.set("nextHop", source.nextHop().map(HostPort::toString).orElse(""));
        part.set("bind", source.bindAddress());
        part.set("ehlo", source.ehloName());
        part.set("tls", Part.word(source.tls()));
        part.set("user", source.credential().map(Credential::user).orElse(""));
        part.set("secret", source.credential().map(Credential::secret).orElse(""));
        new TreeMap<>(source.settings()).forEach((key, value) -> part.set("setting " + key, value));
    }

    private void pool(IpPool pool) {
        Part part = part("pool " + pool.id());
        part.set("balancer", pool.balancer());
        pool.members().forEach(member -> part.set("member " + member.source(), "weight " + member.weight()));
    }

    private void route(Route route) {
        String conditions = conditions(
                condition("tenant", route.tenant()),
                condition("campaign", route.campaign()),
                condition("class", route.messageClass()),
                condition("domain", route.recipientDomain()),
                condition("senderDomain", route.senderDomain()));
        Part part = part("route of " + conditions);
        part.set("pool", route.pool());
        ordered("routes", conditions);
    }

    private void limit(LimitRule rule) {
        String conditions = conditions(
                condition("source", rule.source()),
                condition("server", rule.server()),
                condition("pool", rule.pool()),
                condition("provider", rule.provider()),
                condition("domain", rule.domain()));
        Part part = part("limits of " + conditions);
        PathLimits limits = rule.limits();
        part.setCount("connections", limits.connections());
        part.setCount("messagesPerConnection", limits.messagesPerConnection());
        part.setCount("recipientsPerMessage", limits.recipientsPerMessage());
        if (limits.messagesPerSecond() > 0) part.set("messagesPerSecond", String.valueOf(limits.messagesPerSecond()));
        part.setCount("messagesPerHour", limits.messagesPerHour());
        part.setCount("messagesPerDay", limits.messagesPerDay());
    }

    private void provider(Provider provider) {
        part("provider " + provider.id()).set("mx", String.join(", ", provider.mxPatterns()));
    }

    private void override(MxOverride override) {
        List<String> hosts = override.hosts().stream().map(HostPort::toString).toList();
        part("mx of " + override.domain()).set("hosts", String.join(", ", hosts));
    }

    private void timetable(RetryTimetable timetable) {
        Part part = part("retry of " + conditions(condition("class", timetable.messageClass())));
        List<String> intervals =
                timetable.intervals().stream().map(Quantities::text).toList();
        part.set("intervals", String.join(", ", intervals));
        part.set("jitter", String.valueOf(timetable.jitter()));
        part.set("maxAge", Quantities.text(timetable.maxAge()));
    }

    private static String condition(String key, Optional<String> value) {
        return value.map(text -> key + "=" + text).orElse("");
    }

    private static String conditions(String... conditions) {
        List<String> given = new ArrayList<>();
        for (String condition : conditions) if (!condition.isEmpty()) given.add(condition);
        return given.isEmpty() ? "everything" : String.join(" ", given);
    }

    private void ordered(String what, String name) {
        orders.computeIfAbsent(what, any -> new ArrayList<>()).add(name);
    }

    private Part part(String name) {
        return new Part(parts.computeIfAbsent(name, any -> new LinkedHashMap<>()));
    }

    /** One part while it is taken down. */
    private record Part(Map<String, String> settings) {
        void set(String key, String value) {
            if (!value.isEmpty()) settings.put(key, value);
        }

        void setCount(String key, long count) {
            if (count > 0) set(key, String.valueOf(count));
        }

        static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }
}
