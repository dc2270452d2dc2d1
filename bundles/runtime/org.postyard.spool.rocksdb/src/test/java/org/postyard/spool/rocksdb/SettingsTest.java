package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void defaultsAreAsDocumented() {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method setting : RocksDbSpool.Config.class.getDeclaredMethods())
            defaults.put(setting.getName(), setting.getDefaultValue());
        assertThat(defaults)
                .isEqualTo(Map.of(
                        "directory", "spool",
                        "reserveMegabytes", 256,
                        "contentCacheMegabytes", 0,
                        "writeBufferMegabytes", 64,
                        "stallSeconds", 10));
    }

    @Test
    void aRelativeDirectoryIsBelowTheBase() {
        Settings settings = Settings.of(config("spool", 256), Path.of("/base"), Path.of("/native"));
        assertThat(settings.directory()).isEqualTo(Path.of("/base/spool"));
        assertThat(settings.reserveBytes()).isEqualTo(256 * MEGABYTE);
        assertThat(settings.ballastBytes()).isEqualTo(64 * MEGABYTE);
        assertThat(settings.stallLimit()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anAbsoluteDirectoryIsTakenAsItIs() {
        Settings settings = Settings.of(config("/var/spool/x", 256), Path.of("/base"), Path.of("/native"));
        assertThat(settings.directory()).isEqualTo(Path.of("/var/spool/x"));
    }

    @Test
    void aReserveThatWouldNotProtectAnythingIsRefused() {
        assertThatThrownBy(() -> Settings.of(config("spool", 0), Path.of("/base"), Path.of("/native")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reserveMegabytes");
    }

    private static RocksDbSpool.Config config(String directory, int reserveMegabytes) {
        Map<String, Object> given = Map.of("directory", directory, "reserveMegabytes", reserveMegabytes);
        return (RocksDbSpool.Config) Proxy.newProxyInstance(
                SettingsTest.class.getClassLoader(),
                new Class<?>[] {RocksDbSpool.Config.class},
                (proxy, setting, arguments) -> given.getOrDefault(setting.getName(), setting.getDefaultValue()));
    }
}
