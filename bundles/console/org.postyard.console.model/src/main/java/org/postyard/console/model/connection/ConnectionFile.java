package org.postyard.console.model.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Connections in a JSON file, which is replaced as a whole so that a crash leaves the old or the new one. One lock. */
public final class ConnectionFile implements ConnectionStore {
    private final Path file;
    private final WireJson json = new WireJson();

    public ConnectionFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<SavedConnection> load() throws IOException {
        if (Files.notExists(file)) return List.of();
        try {
            return List.copyOf(json.read(Files.readAllBytes(file), new TypeReference<List<SavedConnection>>() {}));
        } catch (JsonProcessingException e) {
            throw new IOException("The file " + file + " is no list of connections: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public synchronized void save(List<SavedConnection> connections) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, json.write(connections));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized void put(SavedConnection connection) throws IOException {
        ConnectionStore.super.put(connection);
    }

    @Override
    public synchronized void remove(String name) throws IOException {
        ConnectionStore.super.remove(name);
    }
}
