package org.postyard.control.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postyard.api.access.Caller;

/**
 * Accounts whose password was right a short time ago, so that not every request pays for the slow hash of the realm. Keeps
 * no password: an entry is found by a keyed hash of account and password, and the key never leaves this process.
 * Its only state is one concurrent map.
 */
public final class VerifiedPasswords {
    private static final int MOST_ENTRIES = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final SecretKeySpec key;
    private final Clock clock;
    private final Duration validFor;
    private final LongSupplier changes;

    /** @param changes counts changes of accounts; what was kept before the last one is not believed */
    public VerifiedPasswords(byte[] salt, Clock clock, Duration validFor, LongSupplier changes) {
        this.changes = changes;
        this.key = new SecretKeySpec(salt, ALGORITHM);
        this.clock = clock;
        this.validFor = validFor;
    }

    public Optional<Caller> find(String account, String password) {
        Entry entry = entries.get(fingerprint(account, password));
        if (entry == null || entry.change() != changes.getAsLong()) return Optional.empty();
        if (!clock.instant().isBefore(entry.until())) return Optional.empty();
        return Optional.of(entry.caller());
    }

    /** How many changes of accounts there were; to be asked before the password is checked. */
    public long change() {
        return changes.getAsLong();
    }

    /** @param change as it was before the password was checked, so that a change meanwhile is not missed */
    public void keep(String account, String password, Caller caller, long change) {
        if (validFor.isZero()) return;
        if (entries.size() >= MOST_ENTRIES) forgetOld();
        entries.put(
                fingerprint(account, password),
                new Entry(caller, clock.instant().plus(validFor), change));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !now.isBefore(entry.until()));
        if (entries.size() >= MOST_ENTRIES) entries.clear();
    }

    private String fingerprint(String account, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(account.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private record Entry(Caller caller, Instant until, long change) {}
}
