package org.postyard.console.model.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsSavedIsThereAfterwardsInItsOrder() throws IOException {
        Path file = folder.resolve("sub/connections.json");
        ConnectionFile store = new ConnectionFile(file);
        assertThat(store.load()).isEmpty();
        store.put(connection("b"));
        store.put(connection("a"));
        store.put(connection("b").pinned("AA"));
        assertThat(new ConnectionFile(file).load())
                .containsExactly(connection("b").pinned("AA"), connection("a"));
        store.remove("b");
        assertThat(store.load()).containsExactly(connection("a"));
    }

    @Test
    void aDamagedFileIsNamedAndNotOverwrittenByReading() throws IOException {
        Path file = Files.writeString(folder.resolve("connections.json"), "[{");
        assertThatThrownBy(() -> new ConnectionFile(file).load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("[{");
    }

    @Test
    void addressesAreReadAsPeopleTypeThem() {
        assertThat(SavedConnection.urlOf(" yard.example.org ")).isEqualTo(URI.create("https://yard.example.org:8443"));
        assertThat(SavedConnection.urlOf("10.0.0.1:9443")).isEqualTo(URI.create("https://10.0.0.1:9443"));
        assertThat(SavedConnection.urlOf("https://yard:1/api/v1")).isEqualTo(URI.create("https://yard:1"));
        assertThatThrownBy(() -> SavedConnection.urlOf("")).hasMessageContaining("address is needed");
        assertThatThrownBy(() -> SavedConnection.urlOf("http://yard")).hasMessageContaining("no address such as");
        assertThatThrownBy(() -> SavedConnection.urlOf("a b")).hasMessageContaining("'a b'");
    }

    private static SavedConnection connection(String name) {
        return new SavedConnection(name, URI.create("https://127.0.0.1:8443"), "admin", Optional.empty());
    }
}
