package org.postyard.engine.yard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.PathLimits;
import org.postyard.engine.cap.CapUse;
import org.postyard.engine.cap.CapWindow;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.SourceTrack;

/** Makes paths when they are first needed and gives them their limits from the fleet's rules. Dispatcher thread only. */
final class Paths {
    /** A rule by its conditions, so that what was used of its caps survives a change of other rules; and the how-manieth with these it is. */
    private record RuleKey(LimitRule conditions, int number) {
        String name() {
            return Stream.of(
                            conditions.source(),
                            conditions.server(),
                            conditions.pool(),
                            conditions.provider(),
                            conditions.domain())
                    .map(condition -> condition.orElse("*"))
                    .collect(Collectors.joining("/", "", "/" + number));
        }
    }

    private record CapKey(RuleKey rule, String source) {
        String name() {
            return rule.name() + " " + source;
        }
    }

    private final YardState state;
    private final Map<CapKey, CapWindow> caps = new HashMap<>();
    /** What was used before the last start, of caps that no path has asked for since. */
    private final Map<String, CapUse> usedBefore = new HashMap<>();

    private final Map<String, Set<String>> sitesByDomainPattern = new HashMap<>();
    private List<RuleKey> ruleKeys = List.of();

    Paths(YardState state) {
        this.state = state;
    }

    /** The path of a source to a site; sources with a fixed next hop have one for all sites. */
    Path path(SourceTrack source, DestinationSite site, String pool) {
        DestinationSite effective = source.source().nextHop().isPresent() ? DestinationSite.RELAYED : site;
        Path path = state.knownPath(source.source().id(), effective.name()).orElseGet(() -> {
            Set<String> pools = Set.of(pool);
            Path made = new Path(
                    source,
                    effective,
                    limits(source, effective, pools),
                    caps(source, effective, pools),
                    System.nanoTime());
            made.pools().add(pool);
            for (Path before : state.retired(source.source().id(), effective.name()))
                made.succeed(before, System.nanoTime());
            state.add(made);
            return made;
        });
        if (path.pools().add(pool)) refresh(path);
        return path;
    }

    /** Gives every path the limits that the fleet now has for it. */
    void refreshLimits() {
        ruleKeys = keys(state.fleet().limits());
        caps.keySet().removeIf(key -> !ruleKeys.contains(key.rule()));
        sitesByDomainPattern.clear();
        for (Path path : state.paths()) {
            path.pools().removeIf(pool -> state.pool(pool).isEmpty());
            refresh(path);
        }
    }

    private static List<RuleKey> keys(List<LimitRule> rules) {
        List<RuleKey> keys = new ArrayList<>(rules.size());
        for (LimitRule rule : rules) {
            LimitRule conditions = new LimitRule(
                    rule.source(), rule.server(), rule.pool(), rule.provider(), rule.domain(), PathLimits.NONE);
            int number = (int) keys.stream()
                    .filter(key -> key.conditions().equals(conditions))
                    .count();
            keys.add(new RuleKey(conditions, number));
        }
        return keys;
    }

    /** Notes that a site serves a domain, so that rules for the domain apply to the site's paths. */
    void serves(DestinationSite site, String domain) {
        boolean news = false;
        for (LimitRule rule : state.fleet().limits())
            if (rule.domain().isPresent() && covers(rule.domain().get(), domain))
                news |= sitesByDomainPattern
                        .computeIfAbsent(rule.domain().get(), pattern -> new HashSet<>())
                        .add(site.name());
        if (!news) return;
        for (Path path : state.paths()) if (path.path().site().name().equals(site.name())) refresh(path);
    }

    private void refresh(Path path) {
        path.limits(
                limits(path.source(), path.path().site(), path.pools()),
                caps(path.source(), path.path().site(), path.pools()),
                System.nanoTime());
        state.touch(path);
    }

    private PathLimits limits(SourceTrack source, DestinationSite site, Set<String> pools) {
        PathLimits limits = PathLimits.NONE;
        for (LimitRule rule : state.fleet().limits())
            if (matches(rule, source, site, pools)) limits = limits.and(rule.limits());
        PathLimits standard = PathLimits.DEFAULT;
        return new PathLimits(
                limits.connections() == 0 ? standard.connections() : limits.connections(),
                limits.messagesPerConnection() == 0 ? standard.messagesPerConnection() : limits.messagesPerConnection(),
                limits.recipientsPerMessage() == 0 ? standard.recipientsPerMessage() : limits.recipientsPerMessage(),
                limits.messagesPerSecond(),
                limits.messagesPerHour(),
                limits.messagesPerDay());
    }

    private List<CapWindow> caps(SourceTrack source, DestinationSite site, Set<String> pools) {
        List<CapWindow> found = new ArrayList<>(0);
        List<LimitRule> rules = state.fleet().limits();
        for (int i = 0; i < rules.size(); i++) {
            PathLimits limits = rules.get(i).limits();
            boolean caps = limits.messagesPerHour() > 0 || limits.messagesPerDay() > 0;
            if (!caps || !matches(rules.get(i), source, site, pools)) continue;
            CapWindow window = this.caps.computeIfAbsent(
                    new CapKey(ruleKeys.get(i), source.source().id()), this::window);
            window.caps(limits.messagesPerHour(), limits.messagesPerDay());
            found.add(window);
        }
        return found;
    }

    private CapWindow window(CapKey key) {
        CapWindow window = new CapWindow(0, 0);
        CapUse before = usedBefore.remove(key.name());
        if (before != null) window.goOnFrom(before);
        return window;
    }

    /** Counts what was used before this start, before any path is made. */
    void takeUp(Map<String, CapUse> uses) {
        usedBefore.putAll(uses);
    }

    /** What is used of every cap of which something is used. */
    Map<String, CapUse> capUses(long nowMillis) {
        usedBefore.values().removeIf(use -> use.over(nowMillis));
        Map<String, CapUse> uses = new HashMap<>(usedBefore);
        caps.forEach((key, window) -> {
            CapUse use = window.used();
            if (!use.over(nowMillis)) uses.put(key.name(), use);
        });
        return uses;
    }

    private boolean matches(LimitRule rule, SourceTrack source, DestinationSite site, Set<String> pools) {
        return same(rule.source(), source.source().id())
                && same(rule.server(), source.source().server())
                && (rule.pool().isEmpty() || pools.contains(rule.pool().get()))
                && (rule.provider().isEmpty() || rule.provider().equals(site.provider()))
                && (rule.domain().isEmpty() || siteMatches(rule.domain().get(), site));
    }

    private static boolean same(Optional<String> wanted, String actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }

    private boolean siteMatches(String pattern, DestinationSite site) {
        return sitesByDomainPattern.getOrDefault(pattern, Set.of()).contains(site.name());
    }

    private static boolean covers(String pattern, String domain) {
        return pattern.startsWith("*.") ? domain.endsWith(pattern.substring(1)) : pattern.equals(domain);
    }
}
