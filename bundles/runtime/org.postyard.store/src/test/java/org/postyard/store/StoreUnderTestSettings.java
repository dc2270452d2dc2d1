package org.postyard.store;

import java.time.Duration;

/** Settings of an embedded store, for tests that load the store with a class loader of their own. */
final class StoreUnderTestSettings {
    private StoreUnderTestSettings() {}

    static DatabaseSettings h2(String url) {
        return new DatabaseSettings(url, "sa", new SecretReference(""), 3, Duration.ofSeconds(5), 0);
    }
}
