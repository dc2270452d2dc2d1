package org.postyard.simulator;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often each address was tried and served, for the addresses used last. Decides the everyday mix by a hash of the
 * address and the number of its message, so that runs repeat. Guarded by its provider's lock.
 */
final class RecipientMemory {
    private static final int REMEMBERED_ADDRESSES = 200_000;
    private static final double HASH_RANGE = 1L << 32;

    private final ProviderRules rules;
    private final long seed;
    private final Map<String, Tries> triesByAddress = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED_ADDRESSES;
        }
    };

    RecipientMemory(ProviderRules rules, long seed) {
        this.rules = rules;
        this.seed = seed;
    }

    /** Whether this try is one of the first of the address since its last message was accepted. */
    boolean isAmongFirst(String address, int tries) {
        return of(address).sinceAccepted < tries;
    }

    /** Whether this try is one of the first of the address at all. */
    boolean isAmongFirstEver(String address, int tries) {
        return of(address).ever < tries;
    }

    void tried(String address) {
        Tries tries = of(address);
        tries.sinceAccepted++;
        tries.ever++;
    }

    void accepted(String address) {
        Tries tries = of(address);
        tries.sinceAccepted = 0;
        tries.accepted++;
    }

    boolean unknownByMix(String address) {
        return rules.unknownShare() > 0 && dice(address, -1) < rules.unknownShare();
    }

    boolean deferredByMix(String address) {
        return rules.deferralShare() > 0
                && isAmongFirst(address, rules.deferralsInRow())
                && dice(address, of(address).accepted) < rules.deferralShare();
    }

    private Tries of(String address) {
        return triesByAddress.computeIfAbsent(address.toLowerCase(Locale.ROOT), unused -> new Tries());
    }

    /** A number from 0 to 1 that depends on nothing but the arguments and the seed. */
    private double dice(String address, long number) {
        long hash = seed ^ (number * 0x9E37_79B9_7F4A_7C15L);
        String text = rules.id() + ' ' + address.toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) hash = mix(hash ^ text.charAt(i));
        return (hash >>> 32) / HASH_RANGE;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Counters of one address. */
    private static final class Tries {
        private int sinceAccepted;
        private int ever;
        private long accepted;
    }
}
