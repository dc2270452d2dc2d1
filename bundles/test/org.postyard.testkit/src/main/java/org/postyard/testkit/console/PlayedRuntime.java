package org.postyard.testkit.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.postyard.testkit.delivery.TestCertificate;

/**
 * A runtime that only plays: a fleet of any size that changes as fast as wanted, over the same HTTPS routes and the same
 * live stream as a real one, as far as the console watches and steers servers. Account {@code admin}, password {@code
 * played}. The same seed plays the same fleet. Owns its threads; close it.
 */
public final class PlayedRuntime implements AutoCloseable {
    /** The password of the account {@code admin}. */
    public static final String PASSWORD = "played";

    private static final int TICK_MILLIS = 100;
    private static final int TICKS_PER_SECOND = 10;
    private static final int QUEUES_SHOWN = 50;
    private static final String OPERATIONS = "[\"WATCH\",\"READ_ADDRESSES\",\"STEER_SERVERS\",\"STEER_QUEUES\","
            + "\"DELETE_MAIL\",\"EDIT_SUPPRESSIONS\",\"READ_FLEET\",\"CHANGE_FLEET\",\"TUNE\"]";

    private final FleetSize size;
    private final PlayedFleet fleet;
    private final HttpsServer server;
    private final ExecutorService requests = Executors.newCachedThreadPool(PlayedRuntime::daemon);
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(PlayedRuntime::daemon);
    private final List<PlayedStream> streams = new CopyOnWriteArrayList<>();
    private final String authorization =
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private long tick;

    private PlayedRuntime(FleetSize size, long seed, HttpsServer server) {
        this.size = size;
        this.fleet = new PlayedFleet(size, seed, Instant.now());
        this.server = server;
    }

    /**
     * Starts one on loopback.
     *
     * @param port 0 for any
     * @param folder for the certificate
     */
    public static PlayedRuntime start(FleetSize size, long seed, int port, Path folder) throws IOException {
        TestCertificate certificate = TestCertificate.forHost("played.localhost", folder);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        PlayedRuntime runtime = new PlayedRuntime(size, seed, server);
        server.setExecutor(runtime.requests);
        server.createContext("/api/v1/", runtime::answer);
        server.start();
        var unused = runtime.pulse.scheduleAtFixedRate(runtime::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return runtime;
    }

    /** Where to connect to. */
    public URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Ends all streams, as a runtime that goes away; new ones may be opened at once. */
    public void cutStreams() {
        streams.forEach(PlayedStream::end);
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        cutStreams();
        server.stop(0);
        requests.shutdownNow();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "played-runtime");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized void tick() {
        tick++;
        Instant now = Instant.now();
        fleet.change(size.changesPerSecond() / TICKS_PER_SECOND);
        int count = size.eventsPerSecond() / TICKS_PER_SECOND;
        List<String> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String event = fleet.event(now);
            events.add("id: " + fleet.sequence() + "\nevent: delivery\ndata: " + event + "\n\n");
        }
        streams.removeIf(PlayedStream::ended);
        String servers = changes("server-changes", fleet.changedServers());
        String sources = changes("source-changes", fleet.changedSources());
        for (PlayedStream stream : streams) {
            stream.offer(String.join("", events));
            if (stream.wantsChanges()) stream.offer(servers + sources);
        }
        if (tick % TICKS_PER_SECOND == 0) everySecond(now);
    }

    private void everySecond(Instant now) {
        String small = frame("pools", fleet.poolsJson())
                + frame("queues", fleet.queuesJson(now, QUEUES_SHOWN))
                + frame("ledger", fleet.ledgerJson(now))
                + frame("health", health());
        for (PlayedStream stream : streams) {
            if (!stream.wantsChanges()) stream.offer(lists());
            stream.offer(small);
        }
    }

    private String lists() {
        return frame("servers", fleet.serversJson()) + frame("sources", fleet.sourcesJson());
    }

    private static String changes(String event, List<String> rows) {
        return rows.isEmpty() ? "" : frame(event, "{\"rows\":" + PlayedFleet.list(rows) + ",\"removed\":[]}");
    }

    private static String frame(String event, String json) {
        return "event: " + event + "\ndata: " + json + "\n\n";
    }

    private static String health() {
        return "{\"ready\":true,\"parts\":[{\"name\":\"play\",\"well\":true,\"reason\":\"as told\"}]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        String query = exchange.getRequestURI().getQuery();
        if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization")))
            send(exchange, 401, problem(401, "unauthenticated", "Account and password are not right."));
        else if (path.equals("/stream")) stream(exchange, query != null && query.contains("changes=true"));
        else if (exchange.getRequestMethod().equals("POST")) steer(exchange, path);
        else {
            String body = bodyOf(path);
            if (body.isEmpty()) send(exchange, 404, problem(404, "not-found", "There is no " + path + " in a play."));
            else send(exchange, 200, body);
        }
    }

    private synchronized String bodyOf(String path) {
        Instant now = Instant.now();
        return switch (path) {
            case "/me" -> "{\"name\":\"admin\",\"roles\":[\"admin\"],\"operations\":" + OPERATIONS + "}";
            case "/servers" -> fleet.serversJson();
            case "/sources" -> fleet.sourcesJson();
            case "/pools" -> fleet.poolsJson();
            case "/queues" -> fleet.queuesJson(now, Integer.MAX_VALUE);
            case "/ledger" -> fleet.ledgerJson(now);
            case "/health" -> health();
            default -> "";
        };
    }

    private void steer(HttpExchange exchange, String path) throws IOException {
        String[] parts = path.split("/", -1);
        String state =
                switch (parts[parts.length - 1]) {
                    case "drain" -> "draining";
                    case "maintenance" -> "maintenance";
                    case "resume" -> "active";
                    default -> "";
                };
        boolean known = parts.length == 4 && !state.isEmpty() && setState(parts[2], state);
        if (!known) send(exchange, 404, problem(404, "not-found", "There is no " + path + " in a play."));
        else
            send(exchange, 200, "{\"done\":true,\"touched\":1,\"text\":\"Server " + parts[2] + " is " + state + ".\"}");
    }

    private synchronized boolean setState(String id, String state) {
        return fleet.steer(id, state, state + " by admin", Instant.now());
    }

    private void stream(HttpExchange exchange, boolean changesOnly) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        PlayedStream stream = new PlayedStream(changesOnly);
        synchronized (this) {
            long newest = fleet.sequence();
            stream.offer(frame(
                    "hello",
                    new JsonText()
                            .with("time", Instant.now())
                            .with("newestSequence", newest)
                            .with("nextSequence", newest + 1)
                            .with("masked", false)
                            .toString()));
            stream.offer(lists());
            streams.add(stream);
        }
        try (OutputStream output = exchange.getResponseBody()) {
            stream.writeTo(output);
        } finally {
            stream.end();
        }
    }

    private static String problem(int status, String kind, String detail) {
        return new JsonText()
                .with("type", "urn:postyard:problem:" + kind)
                .with("title", kind)
                .with("status", status)
                .with("detail", detail)
                .withJson("errors", "[]")
                .toString();
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream output = exchange.getResponseBody()) {
            output.write(body);
        }
    }

    /** Plays until it is ended: {@code [port [servers sourcesPerServer changesPerSecond eventsPerSecond]]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        FleetSize size = arguments.length < 5
                ? FleetSize.LARGE
                : new FleetSize(
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        FleetSize.LARGE.queues(),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
        try (PlayedRuntime runtime = start(size, 1, port, Files.createTempDirectory("played"))) {
            System.out.println("Playing " + size + " at " + runtime.url() + ", account admin, password " + PASSWORD);
            Thread.currentThread().join();
        }
    }
}
