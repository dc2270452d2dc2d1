package org.postyard.fleet;

import static org.postyard.fleet.Declared.Kind.POOL;
import static org.postyard.fleet.Declared.Kind.PROVIDER;
import static org.postyard.fleet.Declared.Kind.SERVER;
import static org.postyard.fleet.Declared.Kind.SOURCE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.PathLimits;

/** Reads the part {@code limits}. */
final class Limits {
    static final Set<String> LIMIT_KEYS = Keys.of(
            "connections",
            "messagesPerConnection",
            "recipientsPerMessage",
            "messagesPerSecond",
            "messagesPerHour",
            "messagesPerDay");
    static final Set<String> CONDITION_KEYS = Keys.of("source", "server", "pool", "provider", "domain");
    static final Set<String> RULE_KEYS = Keys.union(CONDITION_KEYS, LIMIT_KEYS);

    private static final int MOST = 1_000_000_000;

    private final Declared declared;

    Limits(Declared declared) {
        this.declared = declared;
    }

    List<LimitRule> read(Value limits) {
        List<LimitRule> read = new ArrayList<>();
        Map<LimitRule, String> seen = new HashMap<>();
        for (Value item : limits.items()) {
            rule(item).ifPresent(rule -> {
                String twin = seen.putIfAbsent(conditionsOf(rule), item.path());
                if (twin != null) item.problem("has the same conditions as " + twin + "; put their limits together");
                read.add(rule);
            });
        }
        return read;
    }

    private Optional<LimitRule> rule(Value value) {
        return value.section(RULE_KEYS).map(section -> {
            if (!section.hasAny(LIMIT_KEYS))
                section.problem("limits nothing; give one of " + String.join(", ", LIMIT_KEYS));
            return new LimitRule(
                    section.find("source").flatMap(id -> declared.refer(SOURCE, id)),
                    section.find("server").flatMap(id -> declared.refer(SERVER, id)),
                    section.find("pool").flatMap(id -> declared.refer(POOL, id)),
                    section.find("provider").flatMap(id -> declared.refer(PROVIDER, id)),
                    section.find("domain").flatMap(Names::domainPattern),
                    limits(section));
        });
    }

    private static PathLimits limits(Section section) {
        return new PathLimits(
                count(section, "connections"),
                count(section, "messagesPerConnection"),
                count(section, "recipientsPerMessage"),
                section.find("messagesPerSecond").flatMap(Quantities::positive).orElse(0.0),
                count(section, "messagesPerHour"),
                count(section, "messagesPerDay"));
    }

    private static int count(Section section, String key) {
        return section.find(key)
                .flatMap(value -> Quantities.whole(value, 1, MOST))
                .orElse(0);
    }

    private static LimitRule conditionsOf(LimitRule rule) {
        return new LimitRule(
                rule.source(), rule.server(), rule.pool(), rule.provider(), rule.domain(), PathLimits.NONE);
    }
}
