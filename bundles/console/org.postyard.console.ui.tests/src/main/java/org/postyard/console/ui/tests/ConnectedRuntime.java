package org.postyard.console.ui.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postyard.console.model.connection.PresentedCertificate;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.part.Console;

/** A real runtime, to which the workbench is connected: its certificate was shown, and approved. */
final class ConnectedRuntime implements ExtensionContext.Store.CloseableResource {

    /** Of the connection. */
    static final String NAME = "Demo yard";

    private DemoRuntime runtime;
    private final Console console;

    ConnectedRuntime(RunningWorkbench workbench) throws Exception {
        runtime = DemoRuntime.start(
                DemoRuntime.distribution().orElseThrow(),
                Path.of("target", "tour").toAbsolutePath());
        console = workbench.on(() -> PlatformUI.getWorkbench().getService(Console.class));
        try {
            approve(workbench);
        } catch (Exception | AssertionError problem) {
            runtime.close();
            throw problem;
        }
    }

    private void approve(RunningWorkbench workbench) throws Exception {
        connect(NAME, Optional.empty());
        RunningWorkbench.until(() -> presented().isPresent());
        console.connections()
                .approve(
                        console.connections().find(NAME).orElseThrow(),
                        presented().orElseThrow().fingerprint())
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        RunningWorkbench.until(() ->
                live().snapshot().link().live() && live().snapshot().servers().size() > 0);
        workbench.on(() -> {
            console.current().choose(NAME);
            return true;
        });
    }

    /** Connects once more, under another name. */
    void connect(String name, Optional<String> fingerprint) throws Exception {
        SavedConnection connection = new SavedConnection(name, runtime.address(), "admin", fingerprint);
        console.connections()
                .connect(connection, Optional.of(runtime.password()), false)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    URI address() throws IOException {
        return runtime.address();
    }

    String password() throws IOException {
        return runtime.password();
    }

    /** Ends the process of the runtime. */
    void stop() throws Exception {
        runtime.close();
    }

    /** Starts it again with the same data on the same ports; returns when it says that it is ready. */
    void startAgain() throws Exception {
        runtime = runtime.again();
    }

    Console console() {
        return console;
    }

    LiveRuntime live() {
        return console.connections().runtimes().find(NAME).orElseThrow();
    }

    private Optional<PresentedCertificate> presented() {
        return live().snapshot().link() instanceof LinkState.Refused refused ? refused.certificate() : Optional.empty();
    }

    @Override
    public void close() throws Exception {
        runtime.close();
    }
}
