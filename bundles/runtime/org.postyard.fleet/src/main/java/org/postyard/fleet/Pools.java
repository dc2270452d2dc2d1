package org.postyard.fleet;

import static org.postyard.fleet.Declared.Kind.POOL;
import static org.postyard.fleet.Declared.Kind.SOURCE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.IpPool.Member;
import org.postyard.api.fleet.SendingServer;

/** Reads the part {@code pools}; without it there is one pool of all sources. */
final class Pools {
    static final String DEFAULT_POOL = "default";
    static final String DEFAULT_BALANCER = "round-robin";
    static final List<String> BALANCERS = List.of(DEFAULT_BALANCER, "weighted", "least-connections", "source-ip-hash");
    static final String ALL = "all";
    static final Set<String> POOL_KEYS = Keys.of("id", "balancer", "members");
    static final Set<String> MEMBER_KEYS = Keys.of("source", "weight");

    private final Declared declared;
    private final Map<String, Integer> capacities = new LinkedHashMap<>();

    Pools(Declared declared, List<SendingServer> servers) {
        this.declared = declared;
        for (SendingServer server : servers)
            for (EgressSource source : server.sources()) capacities.put(source.id(), server.capacity());
    }

    /** What a document without pools has. */
    List<IpPool> byDefault() {
        declared.of(POOL).put(DEFAULT_POOL, 0);
        return List.of(new IpPool(DEFAULT_POOL, DEFAULT_BALANCER, everybody()));
    }

    List<IpPool> read(Value pools) {
        List<IpPool> read = new ArrayList<>();
        for (Value pool : pools.items()) pool(pool).ifPresent(read::add);
        return read;
    }

    private Optional<IpPool> pool(Value value) {
        return value.section(POOL_KEYS).map(section -> {
            String id = section.require("id", "the name of the pool")
                    .flatMap(name -> declared.declare(POOL, name))
                    .orElse("");
            String balancer = section.find("balancer")
                    .flatMap(name -> Names.plugin(name, BALANCERS))
                    .orElse(DEFAULT_BALANCER);
            List<Member> members = section.require("members", "a list of sources, or 'all'")
                    .map(this::members)
                    .orElse(List.of());
            return new IpPool(id, balancer, members);
        });
    }

    private List<Member> members(Value value) {
        if (value.peek().filter(ALL::equals).isPresent()) return everybody();
        if (!value.isList()) {
            value.problem("must be 'all' or a list of sources, each after '- '");
            return List.of();
        }
        Map<String, Member> members = new LinkedHashMap<>();
        for (Value item : value.items()) {
            member(item).ifPresent(member -> {
                if (members.put(member.source(), member) != null)
                    item.problem("source '" + member.source() + "' is twice in this pool");
            });
        }
        return List.copyOf(members.values());
    }

    private Optional<Member> member(Value value) {
        if (!value.isSection())
            return declared.refer(SOURCE, value).map(source -> new Member(source, weightOf(source)));
        return value.section(MEMBER_KEYS).flatMap(section -> {
            Optional<Integer> weight =
                    section.find("weight").flatMap(number -> Quantities.whole(number, 1, Servers.MOST_CAPACITY));
            return section.require("source", "the id of a source")
                    .flatMap(name -> declared.refer(SOURCE, name))
                    .map(source -> new Member(source, weight.orElseGet(() -> weightOf(source))));
        });
    }

    private int weightOf(String source) {
        return capacities.getOrDefault(source, 1);
    }

    private List<Member> everybody() {
        return capacities.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), entry.getValue()))
                .toList();
    }
}
