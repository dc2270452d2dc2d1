package org.postyard.console.ui.link;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.postyard.console.model.connection.SavedConnection;

/**
 * A connection that whoever starts the console has prepared: a file in the workspace that is read once and removed. Who can write there
 * can as well write the saved connections.
 *
 * @param secret password of the account, or API key
 */
record Handover(SavedConnection connection, String secret) {

    /** Takes what is handed over in the file; empty if there is none. */
    static Optional<Handover> take(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Files.delete(file);
        try {
            return Optional.of(of(properties));
        } catch (IllegalArgumentException problem) {
            throw new IOException("the connection that was handed over in " + file + " is not complete", problem);
        }
    }

    private static Handover of(Properties properties) {
        SavedConnection connection = new SavedConnection(
                properties.getProperty("name", ""),
                SavedConnection.urlOf(properties.getProperty("url", "")),
                properties.getProperty("account", ""),
                Optional.of(properties.getProperty("fingerprint", "")).filter(text -> !text.isEmpty()));
        return new Handover(connection, properties.getProperty("password", ""));
    }
}
