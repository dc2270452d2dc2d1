package org.postyard.control.account;

import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Counts changes of accounts made here, so that whoever remembers a log-in knows when to ask again. Thread-safe by one atomic. */
@Component(service = AccountChanges.class)
public final class AccountChanges {
    private final AtomicLong count = new AtomicLong();

    @Activate
    public AccountChanges() {}

    public long count() {
        return count.get();
    }

    void happened() {
        count.incrementAndGet();
    }
}
