package org.postyard.console.ui.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.eclipse.equinox.security.storage.provider.IProviderHints;
import org.postyard.console.model.connection.Credentials;
import org.postyard.console.model.connection.SavedConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords and API keys by the name of their connection: those of this run in memory, those that somebody wants to be kept in the
 * Equinox secure storage of the workspace. May block; thread-safe by one concurrent map and the lock of this object.
 */
public final class Secrets implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final String NODE = "postyard";

    private final Path file;
    private final Map<String, String> entered = new ConcurrentHashMap<>();
    private Optional<ISecurePreferences> storage = Optional.empty();

    /** Keeps what is to be kept in this file, which need not be there yet. */
    public Secrets(Path file) {
        this.file = file;
    }

    @Override
    public Optional<String> secret(SavedConnection connection) {
        String known = entered.get(connection.name());
        return known != null ? Optional.of(known) : kept(connection.name());
    }

    /** Takes a secret for this run. */
    public void enter(String connection, String secret) {
        entered.put(connection, secret);
    }

    /** Whether the secret of this connection is kept for the next run. */
    public boolean keeps(String connection) {
        return kept(connection).isPresent();
    }

    /** Keeps the secret for the next run, too. */
    public synchronized void keep(String connection, String secret) throws IOException {
        try {
            ISecurePreferences node = opened().node(NODE);
            node.put(connection, secret, true);
            node.flush();
        } catch (StorageException problem) {
            throw new IOException("The password could not be kept: " + problem.getMessage(), problem);
        }
    }

    /** Forgets what was kept; what was entered is good until the console ends. */
    public synchronized void stopKeeping(String connection) throws IOException {
        ISecurePreferences node = opened().node(NODE);
        node.remove(connection);
        node.flush();
    }

    /** Forgets everything about this connection. */
    public void forget(String connection) throws IOException {
        entered.remove(connection);
        stopKeeping(connection);
    }

    private synchronized Optional<String> kept(String connection) {
        try {
            return Optional.ofNullable(opened().node(NODE).get(connection, null));
        } catch (StorageException | IOException problem) {
            LOG.warn("a kept password cannot be read connection={}", connection, problem);
            return Optional.empty();
        }
    }

    private ISecurePreferences opened() throws IOException {
        if (storage.isEmpty()) {
            Map<Object, Object> hints = Map.of(
                    IProviderHints.PROMPT_USER, Boolean.FALSE, IProviderHints.REQUIRED_MODULE_ID, KeyFilePassword.ID);
            storage = Optional.of(SecurePreferencesFactory.open(file.toUri().toURL(), hints));
        }
        return storage.get();
    }
}
