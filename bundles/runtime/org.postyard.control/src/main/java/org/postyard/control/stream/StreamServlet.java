package org.postyard.control.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.MetricSource;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.PermissionFeature;
import org.postyard.control.host.Host;
import org.postyard.control.json.Json;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.control.problem.ProblemWriter;
import org.postyard.control.problem.Problems;
import org.postyard.control.settings.ControlConfig;
import org.postyard.protocol.StreamHello;
import org.postyard.protocol.StreamTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live stream: {@code GET /api/v1/stream?topics=delivery,servers&from=N}. With {@code changes=true} servers and sources come
 * once as lists, and then as {@code server-changes} and {@code source-changes} five times a second. Owns one thread.
 */
@Component(
        service = {Servlet.class, MetricSource.class},
        configurationPid = "org.postyard.control")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=api)")
@HttpWhiteboardServletPattern("/v1/stream")
@HttpWhiteboardServletAsyncSupported
@Allowed(Operation.WATCH)
public final class StreamServlet extends HttpServlet implements MetricSource {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(StreamServlet.class);
    private static final long TICK_MILLIS = 100;

    private final transient Host host;
    private final transient Clock clock = Clock.systemUTC();
    private final transient Json json = new Json();
    private final transient Frames frames = new Frames(json);
    private final transient ProblemWriter problems = new ProblemWriter(json);
    private final transient LiveStream stream;
    private final transient ScheduledExecutorService pump;
    private final int mostClients;
    private final int queueFrames;

    @Activate
    public StreamServlet(ControlConfig config, @Reference Host host) {
        this.host = host;
        this.mostClients = config.maxStreamClients();
        this.queueFrames = config.streamQueueFrames();
        this.stream = new LiveStream(
                host,
                frames,
                clock,
                Duration.ofSeconds(config.streamHeartbeatSeconds()),
                Duration.ofSeconds(config.streamStallSeconds()));
        this.pump = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "postyard-control-stream");
            thread.setDaemon(true);
            return thread;
        });
        var unused = pump.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() {
        pump.shutdownNow();
        stream.endAll();
    }

    /** A tick that fails must not be the last one. */
    private void tick() {
        try {
            stream.tick();
        } catch (RuntimeException e) {
            LOG.error("The live stream failed for a moment", e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET")) doGet(request, response);
        else problems.send(response, Problems.methodNotAllowed("The live stream is read with GET.", "GET"));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Caller caller = PermissionFeature.check(request.getAttribute(Caller.REQUEST_ATTRIBUTE), Operation.WATCH);
            if (stream.size() >= mostClients)
                throw Problems.unavailable("Too many live streams are open.", Duration.ofSeconds(10));
            open(request, response, !caller.may(Operation.READ_ADDRESSES));
        } catch (RuntimeException e) {
            problems.send(response, ProblemMapper.problemOf(e));
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, boolean masked) throws IOException {
        Set<StreamTopic> topics = topicsOf(request.getParameter("topics"));
        long newest = host.feed().newestSequence();
        long sent = Math.min(newest, startOf(request).orElse(newest));
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        StreamClient client = new StreamClient(
                async,
                response.getOutputStream(),
                topics,
                masked,
                "true".equals(request.getParameter("changes")),
                queueFrames,
                sent,
                clock.instant());
        client.offer(frames.hello(new StreamHello(clock.instant(), newest, sent + 1, masked)), clock.instant());
        response.getOutputStream().setWriteListener(client);
        stream.add(client);
    }

    /** Sequence before the first event that is wanted; empty for new events only. */
    private static Optional<Long> startOf(HttpServletRequest request) {
        Optional<Long> from = sequenceOf("from", request.getParameter("from")).map(first -> Math.max(0, first - 1));
        return from.or(() -> sequenceOf("Last-Event-ID", request.getHeader("Last-Event-ID")));
    }

    private static Optional<Long> sequenceOf(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Math.max(0, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            throw Problems.malformed(name, name + " is no sequence number.");
        }
    }

    private static Set<StreamTopic> topicsOf(@Nullable String list) {
        if (list == null || list.isEmpty()) return EnumSet.allOf(StreamTopic.class);
        Set<StreamTopic> topics = EnumSet.noneOf(StreamTopic.class);
        for (String word : list.split(",", -1))
            topics.add(StreamTopic.ofWireName(word)
                    .orElseThrow(() -> Problems.malformed("topics", "There is no topic called '" + word + "'.")));
        return topics;
    }

    @Override
    public Map<String, Double> measurements() {
        return Map.of(
                "postyard_stream_clients", (double) stream.size(),
                "postyard_stream_clients_dropped_total", (double) stream.dropped());
    }
}
