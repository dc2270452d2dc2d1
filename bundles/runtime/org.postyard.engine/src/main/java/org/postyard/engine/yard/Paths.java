package org.postyard.engine.yard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.PathLimits;
import org.postyard.engine.path.CapWindow;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.SourceTrack;

/** Makes paths when they are first needed and gives them their limits from the fleet's rules. Dispatcher thread only. */
final class Paths {
    private record CapKey(int rule, String source) {}

    private final YardState state;
    private final Map<CapKey, CapWindow> caps = new HashMap<>();

    Paths(YardState state) {
        this.state = state;
    }

    /** The path of a source to a site; sources with a fixed next hop have one for all sites. */
    Path path(SourceTrack source, DestinationSite site, String pool) {
        DestinationSite effective = source.source().nextHop().isPresent() ? DestinationSite.RELAYED : site;
        return state.knownPath(source.source().id(), effective.name()).orElseGet(() -> {
            Path path = new Path(
                    source,
                    effective,
                    limits(source, effective, pool),
                    caps(source, effective, pool),
                    System.nanoTime());
            state.add(path);
            return path;
        });
    }

    /** Gives every path the limits that the fleet now has for it. */
    void refreshLimits() {
        caps.keySet().removeIf(key -> key.rule() >= state.fleet().limits().size());
        for (Path path : state.paths()) {
            String pool =
                    path.lanes().stream().findFirst().map(lane -> lane.pool()).orElse("");
            path.limits(
                    limits(path.source(), path.path().site(), pool),
                    caps(path.source(), path.path().site(), pool),
                    System.nanoTime());
            state.touch(path);
        }
    }

    private PathLimits limits(SourceTrack source, DestinationSite site, String pool) {
        PathLimits limits = PathLimits.NONE;
        for (LimitRule rule : state.fleet().limits())
            if (matches(rule, source, site, pool)) limits = limits.and(rule.limits());
        PathLimits standard = PathLimits.DEFAULT;
        return new PathLimits(
                limits.connections() == 0 ? standard.connections() : limits.connections(),
                limits.messagesPerConnection() == 0 ? standard.messagesPerConnection() : limits.messagesPerConnection(),
                limits.recipientsPerMessage() == 0 ? standard.recipientsPerMessage() : limits.recipientsPerMessage(),
                limits.messagesPerSecond(),
                limits.messagesPerHour(),
                limits.messagesPerDay());
    }

    private List<CapWindow> caps(SourceTrack source, DestinationSite site, String pool) {
        List<CapWindow> found = new ArrayList<>(0);
        List<LimitRule> rules = state.fleet().limits();
        for (int i = 0; i < rules.size(); i++) {
            PathLimits limits = rules.get(i).limits();
            boolean caps = limits.messagesPerHour() > 0 || limits.messagesPerDay() > 0;
            if (!caps || !matches(rules.get(i), source, site, pool)) continue;
            CapWindow window =
                    this.caps.computeIfAbsent(new CapKey(i, source.source().id()), key -> new CapWindow(0, 0));
            window.caps(limits.messagesPerHour(), limits.messagesPerDay());
            found.add(window);
        }
        return found;
    }

    private static boolean matches(LimitRule rule, SourceTrack source, DestinationSite site, String pool) {
        return same(rule.source(), source.source().id())
                && same(rule.server(), source.source().server())
                && same(rule.pool(), pool)
                && (rule.provider().isEmpty() || rule.provider().equals(site.provider()))
                && (rule.domain().isEmpty() || siteMatches(rule.domain().get(), site));
    }

    private static boolean same(Optional<String> wanted, String actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }

    private static boolean siteMatches(String pattern, DestinationSite site) {
        return site.hosts().stream()
                .anyMatch(host -> pattern.startsWith("*.")
                        ? host.host().endsWith(pattern.substring(1))
                        : host.host().equals(pattern) || host.host().endsWith("." + pattern));
    }
}
