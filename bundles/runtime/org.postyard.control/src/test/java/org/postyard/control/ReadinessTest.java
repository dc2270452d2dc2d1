package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.RequestInfoDTO;
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.runtime.dto.ServletDTO;

class ReadinessTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FakeHost host = new FakeHost();
    private final Routing http = new Routing();
    private final AtomicLong looks = new AtomicLong();
    private volatile boolean accounts = true;
    private volatile Path mark = Path.of("");
    private Runnable end = () -> {};

    /** Which servlet serves a path: that of the API everything, until injection and the stream are there. */
    private static final class Routing implements HttpServiceRuntime {
        private volatile boolean api = true;
        private volatile boolean injection = true;
        private volatile boolean stream = true;

        @Override
        public RuntimeDTO getRuntimeDTO() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RequestInfoDTO calculateRequestInfoDTO(String path) {
            RequestInfoDTO request = new RequestInfoDTO();
            if (injection && path.equals("/api/v1/messages")) request.servletDTO = servlet("injection", 2);
            else if (stream && path.equals("/api/v1/stream")) request.servletDTO = servlet("stream", 3);
            else if (api) request.servletDTO = servlet(RestServlet.NAME, 1);
            return request;
        }

        private static ServletDTO servlet(String name, long service) {
            ServletDTO servlet = new ServletDTO();
            servlet.name = name;
            servlet.serviceId = service;
            return servlet;
        }
    }

    @BeforeEach
    void place(@TempDir Path folder) {
        mark = folder.resolve("ready");
    }

    @AfterEach
    void stop() {
        end.run();
    }

    @Test
    void aNodeThatHasEverythingIsReadyAndSaysItsProcess() throws IOException {
        watch();

        await(() -> Files.exists(mark));

        await(() -> Files.readString(mark)
                .equals(Long.toString(ProcessHandle.current().pid())));
    }

    @Test
    void nothingIsSaidUntilAccountsCanBeChecked() throws IOException {
        accounts = false;
        staysUnready();

        accounts = true;

        await(() -> Files.exists(mark));
    }

    @Test
    void nothingIsSaidUntilTheEngineIsThere() throws IOException {
        host.present = false;
        staysUnready();

        host.present = true;

        await(() -> Files.exists(mark));
    }

    @Test
    void nothingIsSaidUntilTheMailThatWasKeptIsTakenUp() throws IOException {
        host.yard.recover(false);
        staysUnready();

        host.yard.recover(true);

        await(() -> Files.exists(mark));
    }

    @Test
    void nothingIsSaidUntilTheApiIsServed() throws IOException {
        http.api = false;
        staysUnready();

        http.api = true;

        await(() -> Files.exists(mark));
    }

    @Test
    void nothingIsSaidUntilMailIsTakenByHttp() throws IOException {
        http.injection = false;
        staysUnready();

        http.injection = true;

        await(() -> Files.exists(mark));
    }

    @Test
    void nothingIsSaidUntilTheLiveStreamIsServed() throws IOException {
        http.stream = false;
        staysUnready();

        http.stream = true;

        await(() -> Files.exists(mark));
    }

    private void watch() {
        Readiness readiness = new Readiness(
                mark,
                () -> {
                    looks.incrementAndGet();
                    return accounts;
                },
                host,
                http);
        end = readiness::stop;
    }

    /** Begins to watch, and has looked a few times. */
    private void staysUnready() throws IOException {
        watch();
        await(() -> looks.get() > 3);
        assertThat(mark).doesNotExist();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.holds() && System.nanoTime() < deadline) LockSupport.parkNanos(10_000_000);
        assertThat(condition.holds()).isTrue();
    }
}
