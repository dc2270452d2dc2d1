package org.postyard.engine.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.fleet.IpPool;

/** An IpPool in operation: its members and how often each was picked. Dispatcher thread only. */
public final class PoolTrack {
    private final IpPool pool;
    private final List<Member> members;
    private final boolean relayed;
    private String balancer;
    private long picks;
    private long openMembers = -1;
    private String reason = "";

    /** One source of the pool. */
    public static final class Member {
        private final SourceTrack source;
        private final int weight;
        private long picks;

        Member(SourceTrack source, int weight) {
            this.source = source;
            this.weight = weight;
        }

        public SourceTrack source() {
            return source;
        }

        public int weight() {
            return weight;
        }

        public long picks() {
            return picks;
        }
    }

    public PoolTrack(IpPool pool, Map<String, SourceTrack> sources) {
        this.pool = pool;
        this.balancer = pool.balancer();
        this.members = pool.members().stream()
                .flatMap(
                        member -> Optional.ofNullable(sources.get(member.source()))
                                .map(source -> new Member(source, member.weight()))
                                .stream())
                .toList();
        this.relayed = members.stream()
                .allMatch(member -> member.source().source().nextHop().isPresent());
    }

    public String id() {
        return pool.id();
    }

    public List<Member> members() {
        return members;
    }

    /** Whether every member has a fixed next hop, so that recipients' domains need not be looked up. */
    public boolean relayed() {
        return relayed && !members.isEmpty();
    }

    public String balancer() {
        return balancer;
    }

    public void balancer(String id) {
        balancer = id;
        members.forEach(member -> member.picks = 0);
    }

    /** Number of the next proposal. */
    public long picks() {
        return picks;
    }

    public void picked(Member member) {
        picks++;
        member.picks++;
    }

    /** Starts the members' counts anew if other members are open than last time, so that one that was away has nothing to catch up. */
    public void openMembers(long fingerprint) {
        if (fingerprint == openMembers) return;
        openMembers = fingerprint;
        members.forEach(member -> member.picks = 0);
    }

    /** What its balancer waits for; empty if nothing. */
    public String reason() {
        return reason;
    }

    public void reason(String newReason) {
        reason = newReason;
    }

    /** Picks per source id, for reports. */
    public Map<String, Long> shares() {
        Map<String, Long> shares = new HashMap<>();
        members.forEach(member -> shares.put(member.source().source().id(), member.picks));
        return shares;
    }
}
