package org.postyard.testkit.store;

import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.testkit.ManualClock;

class InMemoryIdempotencyKeysTest implements IdempotencyKeysContract {
    private final ManualClock clock = new ManualClock();
    private final IdempotencyKeys subject = new InMemoryIdempotencyKeys(clock);

    @Override
    public IdempotencyKeys idempotencyKeys() {
        return subject;
    }

    @Override
    public ManualClock clock() {
        return clock;
    }
}
