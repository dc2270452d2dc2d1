package org.postyard.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postyard.api.suppression.Suppression;

/**
 * All suppressions in memory, at 24 bytes a slot and without their addresses: an entry is known by 96 bits of a hash of
 * address and tenant, seeded at random in each process. Divided into segments, each under its own lock; a question takes
 * no other lock and no disk.
 *
 * <p>Distinct sources are kept up to 65,536; what comes after that is told as "see the list".
 */
final class SuppressionIndex {
    private static final int SEGMENTS = 256;

    private final long seed;
    private final SuppressionSegment[] segments = new SuppressionSegment[SEGMENTS];
    private final TextDictionary sources = new TextDictionary();

    SuppressionIndex() {
        this(new SecureRandom().nextLong());
    }

    SuppressionIndex(long seed) {
        this.seed = seed;
        for (int i = 0; i < SEGMENTS; i++) segments[i] = new SuppressionSegment();
    }

    /** The most specific entry that is in force. */
    Optional<Suppression> match(String address, String tenant, Instant now) {
        String folded = address.toLowerCase(Locale.ROOT);
        String domain = folded.substring(Math.max(0, folded.lastIndexOf('@')));
        Optional<Suppression> whole = inScopes(folded, tenant, now);
        return whole.isPresent() ? whole : inScopes(domain, tenant, now);
    }

    private Optional<Suppression> inScopes(String address, String tenant, Instant now) {
        Optional<Suppression> own = tenant.isEmpty() ? Optional.empty() : inScope(address, tenant, now);
        return own.isPresent() ? own : inScope(address, "", now);
    }

    private Optional<Suppression> inScope(String address, String tenant, Instant now) {
        long key = key(address, tenant);
        return segment(key)
                .first(key, check(address, tenant), now.getEpochSecond())
                .map(entry -> suppression(entry, address, tenant));
    }

    private Suppression suppression(SuppressionSegment.Entry entry, String address, String tenant) {
        return new Suppression(
                address,
                Suppression.Reason.values()[entry.reason()],
                tenant.isEmpty() ? Optional.empty() : Optional.of(tenant),
                sources.text(entry.source()),
                Instant.ofEpochSecond(entry.sinceSeconds()),
                entry.expiresSeconds() == SuppressionSegment.NEVER
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochSecond(entry.expiresSeconds())));
    }

    void put(Suppression suppression) {
        String tenant = suppression.tenant().orElse("");
        long key = key(suppression.address(), tenant);
        segment(key)
                .put(
                        key,
                        check(suppression.address(), tenant),
                        new SuppressionSegment.Entry(
                                suppression.reason().ordinal(),
                                sources.number(suppression.source()),
                                suppression.since().getEpochSecond(),
                                suppression
                                        .expires()
                                        .map(Instant::getEpochSecond)
                                        .orElse(SuppressionSegment.NEVER)));
    }

    void remove(String address, String tenant) {
        long key = key(address, tenant);
        segment(key).remove(key, check(address, tenant));
    }

    private SuppressionSegment segment(long key) {
        return segments[(int) (key >>> 56)];
    }

    private long key(String address, String tenant) {
        return mix(hash(hash(seed, address, 0x9E3779B97F4A7C15L) + 1, tenant, 0x9E3779B97F4A7C15L));
    }

    private int check(String address, String tenant) {
        return (int) mix(hash(hash(~seed, address, 0xD6E8FEB86659FD93L) + 1, tenant, 0xD6E8FEB86659FD93L));
    }

    private static long hash(long start, String text, long factor) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) hash = Long.rotateLeft((hash ^ text.charAt(i)) * factor, 27);
        return hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /** Texts by number; thread-safe by its lock. */
    private static final class TextDictionary {
        private static final int MOST = 65_536;

        private final List<String> texts = new ArrayList<>(List.of("see the list"));
        private final HashMap<String, Integer> numbers = new HashMap<>();

        synchronized int number(String text) {
            Integer known = numbers.get(text);
            if (known != null) return known;
            if (texts.size() >= MOST) return 0;
            texts.add(text);
            numbers.put(text, texts.size() - 1);
            return texts.size() - 1;
        }

        synchronized String text(int number) {
            return texts.get(number);
        }
    }
}
