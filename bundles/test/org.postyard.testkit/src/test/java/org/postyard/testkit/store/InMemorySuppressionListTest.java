package org.postyard.testkit.store;

import org.postyard.api.suppression.SuppressionList;
import org.postyard.testkit.ManualClock;

class InMemorySuppressionListTest implements SuppressionListContract {
    private final ManualClock clock = new ManualClock();
    private final SuppressionList subject = new InMemorySuppressionList(clock);

    @Override
    public SuppressionList suppressions() {
        return subject;
    }

    @Override
    public ManualClock clock() {
        return clock;
    }
}
