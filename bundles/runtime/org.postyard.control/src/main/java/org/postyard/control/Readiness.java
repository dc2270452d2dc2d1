package org.postyard.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.ServletDTO;
import org.postyard.control.access.JaasRealm;
import org.postyard.control.host.Host;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.settings.ControlConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that the node can be used: the engine has taken up the mail that was kept, accounts can be checked, and the API, its
 * live stream and injection by HTTP are served. The number of the process is then in the file {@code ready} of Karaf's data folder, where the start script waits for
 * it; an open port alone would promise too much.
 */
@Component(service = Readiness.class, immediate = true, configurationPid = "org.postyard.control")
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final long LOOK_MILLIS = 50;
    private static final String INJECTION = ApiContext.PATH + "/v1/messages";
    private static final String CONTROL = ApiContext.PATH + "/v1/health";
    private static final String STREAM = ApiContext.PATH + "/v1/stream";

    private final Host host;
    private final HttpServiceRuntime http;
    private final BooleanSupplier accounts;
    private final Path mark;
    private final ScheduledExecutorService watch;
    private String lastProblem = "";

    @Activate
    public Readiness(
            BundleContext bundle, ControlConfig config, @Reference Host host, @Reference HttpServiceRuntime http) {
        this(Path.of(bundle.getProperty("karaf.data"), "ready"), new JaasRealm(config.realm())::works, host, http);
    }

    Readiness(Path mark, BooleanSupplier accounts, Host host, HttpServiceRuntime http) {
        this.mark = mark;
        this.accounts = accounts;
        this.host = host;
        this.http = http;
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "postyard-control-readiness");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!accounts.getAsBoolean() || !isServed() || !hasEngine()) return;
            Files.writeString(mark, Long.toString(ProcessHandle.current().pid()));
            watch.shutdown();
        } catch (IOException | RuntimeException e) {
            warnOnce(e);
        }
    }

    private void warnOnce(Exception problem) {
        if (lastProblem.equals(problem.toString())) return;
        lastProblem = problem.toString();
        LOG.warn("Cannot say that the node is ready: file={}", mark, problem);
    }

    /** Injection by HTTP and the live stream have servlets of their own below the one of the API. */
    private boolean isServed() {
        ServletDTO control = http.calculateRequestInfoDTO(CONTROL).servletDTO;
        return control != null
                && RestServlet.NAME.equals(control.name)
                && Stream.of(INJECTION, STREAM)
                        .map(path -> http.calculateRequestInfoDTO(path).servletDTO)
                        .allMatch(own -> own != null && own.serviceId != control.serviceId);
    }

    private boolean hasEngine() {
        try {
            host.feed();
            return host.yard().recovered();
        } catch (ProblemException missing) {
            return false;
        }
    }

    @Deactivate
    void stop() {
        watch.shutdownNow();
    }
}
