package org.postyard.testkit.store;

import org.postyard.api.access.ApiKeys;
import org.postyard.testkit.ManualClock;

class InMemoryApiKeysTest implements ApiKeysContract {
    private final ManualClock clock = new ManualClock();
    private final ApiKeys subject = new InMemoryApiKeys(clock);

    @Override
    public ApiKeys apiKeys() {
        return subject;
    }

    @Override
    public ManualClock clock() {
        return clock;
    }
}
