package org.postyard.injection.smtp.login;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stops clients that guess passwords: after some failures in a row an address has to wait. Thread-safe by its monitor. */
public final class LoginBrake {
    private static final int MAX_REMEMBERED = 10_000;

    /** Failures of one address since its last success. */
    private record Failures(int count, long lastMillis) {}

    private final Clock clock;
    private final int maxFailures;
    private final Duration penalty;
    private final Map<InetAddress, Failures> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Failures> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    public LoginBrake(Clock clock, int maxFailures, Duration penalty) {
        this.clock = clock;
        this.maxFailures = maxFailures;
        this.penalty = penalty;
    }

    /** Whether an address has to wait before it may try again. */
    public synchronized boolean blocks(InetAddress address) {
        Failures failures = byAddress.get(address);
        return failures != null && failures.count >= maxFailures && !expired(failures);
    }

    public synchronized void failed(InetAddress address) {
        Failures before = byAddress.get(address);
        int count = before == null || expired(before) ? 0 : before.count;
        byAddress.put(address, new Failures(count + 1, clock.millis()));
    }

    public synchronized void passed(InetAddress address) {
        byAddress.remove(address);
    }

    private boolean expired(Failures failures) {
        return clock.millis() - failures.lastMillis >= penalty.toMillis();
    }
}
