package org.postyard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseSettingsTest {
    private static StoreConfig defaults(Map<String, Object> changes) {
        return StoreConfig.class.cast(Proxy.newProxyInstance(
                StoreConfig.class.getClassLoader(),
                new Class<?>[] {StoreConfig.class},
                (proxy, method, arguments) -> method.getName().equals("annotationType")
                        ? (Class<? extends Annotation>) StoreConfig.class
                        : changes.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    private static DatabaseSettings settings(Map<String, Object> changes) {
        return DatabaseSettings.of(
                defaults(changes), name -> name.equals("karaf.base") ? Optional.of("/data $1") : Optional.empty());
    }

    @Test
    void theDefaultsAreAnEmbeddedDatabaseInTheDataFolder() {
        DatabaseSettings settings = settings(Map.of());

        assertThat(settings)
                .isEqualTo(new DatabaseSettings(
                        "jdbc:h2:file:/data $1/store/postyard",
                        "postyard",
                        new SecretReference(""),
                        6,
                        Duration.ofSeconds(5),
                        0));
        assertThat(settings.embedded()).isTrue();
    }

    @Test
    void whatTheStoreReliesOnIsAddedToTheUrlUnlessItIsGiven() {
        assertThat(settings(Map.of("url", "jdbc:h2:file:/x;CACHE_SIZE=1")).completeUrl())
                .isEqualTo("jdbc:h2:file:/x;CACHE_SIZE=1;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0");
        assertThat(settings(Map.of("url", "jdbc:postgresql://host/db")).completeUrl())
                .isEqualTo("jdbc:postgresql://host/db?reWriteBatchedInserts=true&tcpKeepAlive=true");
        assertThat(settings(Map.of("url", "jdbc:postgresql://host/db?ssl=true&tcpKeepAlive=false"))
                        .completeUrl())
                .isEqualTo("jdbc:postgresql://host/db?ssl=true&tcpKeepAlive=false&reWriteBatchedInserts=true");
    }

    @Test
    void logsShowNoOptionsAndNoUserOfTheUrl() {
        assertThat(settings(Map.of("url", "jdbc:postgresql://host:5433/db?password=hidden"))
                        .urlForPeople())
                .isEqualTo("jdbc:postgresql://host:5433/db");
        assertThat(settings(Map.of("url", "jdbc:h2:file:/x;PASSWORD=hidden")).urlForPeople())
                .isEqualTo("jdbc:h2:file:/x");
    }

    @Test
    void nonsenseIsRefusedWithItsReason() {
        assertThatThrownBy(() -> settings(Map.of("url", "jdbc:mysql://host/db")))
                .hasMessageContaining("jdbc:h2:");
        assertThatThrownBy(() -> settings(Map.of("url", "jdbc:h2:${unknown}/db")))
                .hasMessageContaining("${unknown}");
        assertThatThrownBy(() -> settings(Map.of("node", 256))).hasMessageContaining("256");
        assertThatThrownBy(() -> settings(Map.of("poolSize", 1))).hasMessageContaining("pool size 1");
        assertThatThrownBy(() -> settings(Map.of("password", "secret itself")))
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining("secret itself");
    }

    @Test
    void aSecretComesFromTheEnvironmentOrAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from file\n");

        assertThat(new SecretReference("env:DB").resolve(Map.of("DB", "from environment")))
                .isEqualTo("from environment");
        assertThat(new SecretReference("file:" + file).resolve(Map.of())).isEqualTo("from file");
        assertThat(new SecretReference("").resolve(Map.of())).isEmpty();
        assertThatThrownBy(() -> new SecretReference("env:DB").resolve(Map.of()))
                .hasMessage("env:DB is not set");
        assertThatThrownBy(() -> new SecretReference("file:/nowhere").resolve(Map.of()))
                .hasMessage("file:/nowhere cannot be read");
    }
}
