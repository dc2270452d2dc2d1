package org.postyard.injection.smtp;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as Config Admin would give it: the defaults, with some values set. */
final class TestConfig {
    private TestConfig() {}

    /** The defaults, on any free port and without a keystore, with these values instead; names and values in turn. */
    static Config with(Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>(Map.of("port", 0, "keystore", "", "drainSeconds", 5));
        for (int i = 0; i < namesAndValues.length; i += 2)
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    Object value = values.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                });
    }
}
