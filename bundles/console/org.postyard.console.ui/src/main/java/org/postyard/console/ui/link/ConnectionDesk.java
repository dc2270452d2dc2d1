package org.postyard.console.ui.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postyard.console.model.connection.ConnectionStore;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.live.Runtimes;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.thread.BackgroundThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saved connections, and the runtimes that are watched over them. Files and secure storage are touched on a thread of its own, so
 * nothing here blocks the caller; thread-safe.
 */
public final class ConnectionDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);

    private final ConnectionStore store;
    private final Secrets secrets;
    private final Runtimes runtimes;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(BackgroundThread.named("console-connections"));
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<SavedConnection> saved = List.of();

    public ConnectionDesk(ConnectionStore store, Secrets secrets, Runtimes runtimes) {
        this.store = store;
        this.secrets = secrets;
        this.runtimes = runtimes;
    }

    public Runtimes runtimes() {
        return runtimes;
    }

    /** All saved connections, in the order in which they were saved. */
    public List<SavedConnection> saved() {
        return saved;
    }

    public Optional<SavedConnection> find(String name) {
        return saved.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /**
     * Opens every saved connection, and the one that is handed over; completes when all are being opened.
     *
     * @param handover a file with a connection that somebody prepared; it need not be there
     */
    public CompletionStage<Void> openSaved(Path handover) {
        return work(() -> {
            Optional<Handover> given = Handover.take(handover);
            if (given.isPresent()) {
                store.put(given.get().connection());
                secrets.enter(given.get().connection().name(), given.get().secret());
                secrets.keep(given.get().connection().name(), given.get().secret());
            }
            saved = store.load();
            saved.forEach(connection -> runtimes.open(connection, secrets));
        });
    }

    /**
     * Saves a connection and opens it.
     *
     * @param secret a password or key that was just entered; empty to use the one that is known
     * @param keep whether the secret is to be there at the next start, too
     */
    public CompletionStage<Void> connect(SavedConnection connection, Optional<String> secret, boolean keep) {
        return work(() -> {
            secret.ifPresent(entered -> secrets.enter(connection.name(), entered));
            store.put(connection);
            saved = store.load();
            runtimes.open(connection, secrets);
            keepOrNot(connection, keep);
        });
    }

    private void keepOrNot(SavedConnection connection, boolean keep) throws IOException {
        if (keep) {
            Optional<String> known = secrets.secret(connection);
            if (known.isPresent()) {
                secrets.keep(connection.name(), known.get());
            }
        } else {
            secrets.stopKeeping(connection.name());
        }
    }

    /** Trusts this certificate, and no other, from now on, and connects again. */
    public CompletionStage<Void> approve(SavedConnection connection, String fingerprint) {
        return work(() -> {
            SavedConnection pinned = connection.pinned(fingerprint);
            store.put(pinned);
            saved = store.load();
            runtimes.open(pinned, secrets);
        });
    }

    /** Stops watching a runtime; its connection stays saved. */
    public void disconnect(String name) {
        runtimes.close(name);
        tell();
    }

    /** Opens a saved connection, or tries again at once if it is open; completes when that has begun. */
    public CompletionStage<Void> reconnect(String name) {
        return work(() -> tryAgain(name));
    }

    private void tryAgain(String name) {
        runtimes.find(name).ifPresentOrElse(runtime -> runtime.retry(), () -> find(name)
                .ifPresent(connection -> runtimes.open(connection, secrets)));
    }

    /**
     * Opens a saved connection with a password or key that was just entered; what was known of the runtime stays known.
     *
     * @param keep whether the secret is to be there at the next start, too
     */
    public CompletionStage<Void> signIn(SavedConnection connection, String secret, boolean keep) {
        return work(() -> {
            secrets.enter(connection.name(), secret);
            keepOrNot(connection, keep);
            tryAgain(connection.name());
        });
    }

    /** Forgets a secret that is not right, entered or kept. */
    public CompletionStage<Void> forgetSecret(String name) {
        return work(() -> secrets.forget(name));
    }

    /** Forgets a secret that is just being tried, so that the connection stays closed until somebody gives one again. */
    public CompletionStage<Void> withdrawSecret(String name) {
        return work(() -> {
            secrets.forget(name);
            tryAgain(name);
        });
    }

    /** How an open connection is; empty if it is closed. */
    public Optional<LinkState> link(String name) {
        return runtimes.find(name).map(runtime -> runtime.snapshot().link());
    }

    /** Forgets a connection with its secret. */
    public CompletionStage<Void> forget(String name) {
        return work(() -> {
            runtimes.close(name);
            store.remove(name);
            saved = store.load();
            secrets.forget(name);
        });
    }

    /** Whether the secret is there at the next start, too; the answer comes on another thread. */
    public CompletionStage<Boolean> keepsSecret(String name) {
        return CompletableFuture.supplyAsync(() -> secrets.keeps(name), worker);
    }

    /** Called, on any thread, when connections are added, changed, opened, closed or forgotten. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        worker.shutdown();
        runtimes.close();
    }

    /** Something that may take time and may fail. */
    private interface Task {
        void run() throws IOException;
    }

    private CompletionStage<Void> work(Task task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        worker.execute(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (IOException | RuntimeException problem) {
                LOG.error("connections could not be changed", problem);
                done.completeExceptionally(problem);
            }
            tell();
        });
        return done;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
