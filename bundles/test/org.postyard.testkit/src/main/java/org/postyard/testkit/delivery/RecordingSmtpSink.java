package org.postyard.testkit.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.postyard.api.fleet.HostPort;

/**
 * A real SMTP server on a loopback port that takes every message, records what it gets and can be told to misbehave at
 * every stage. It is strict: only CRLF ends a line, and only CRLF.CRLF ends the data.
 */
public final class RecordingSmtpSink implements AutoCloseable {
    /**
     * Where a conversation is when the sink asks what to do.
     *
     * @param connection number of the connection, counted from 1
     * @param transaction number of the transaction in this connection, counted from 1
     * @param line the command as it came; empty for the greeting and for the end of a content
     */
    public record Moment(SmtpStage stage, int connection, int transaction, String line) {}

    /** Decides what happens; empty lets the sink do what a good server does. */
    @FunctionalInterface
    public interface Script {
        Optional<Reaction> react(Moment moment);
    }

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<SinkTransaction> transactions = new CopyOnWriteArrayList<>();
    private final List<InetAddress> clients = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile List<String> capabilities = List.of("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES");
    private volatile Script script = moment -> Optional.empty();
    private volatile Optional<SSLContext> tls = Optional.empty();
    private volatile boolean implicitTls;

    private RecordingSmtpSink(ServerSocket server) {
        this.server = server;
    }

    /** Starts on a free port of 127.0.0.1. */
    public static RecordingSmtpSink start() {
        try {
            ServerSocket server = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
            RecordingSmtpSink sink = new RecordingSmtpSink(server);
            thread("sink-accept", sink::acceptAll);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What EHLO offers from now on, instead of PIPELINING, 8BITMIME and ENHANCEDSTATUSCODES. */
    public RecordingSmtpSink offering(String... keywords) {
        capabilities = List.of(keywords);
        return this;
    }

    /** Offers STARTTLS with this certificate; with {@code implicit}, TLS begins with the connection instead. */
    public RecordingSmtpSink withTls(SSLContext context, boolean implicit) {
        tls = Optional.of(context);
        implicitTls = implicit;
        return this;
    }

    public RecordingSmtpSink scripted(Script newScript) {
        script = newScript;
        return this;
    }

    /** Reacts like this whenever a stage is reached. */
    public RecordingSmtpSink on(SmtpStage stage, Reaction reaction) {
        return scripted(moment -> moment.stage() == stage ? Optional.of(reaction) : Optional.empty());
    }

    /** Reacts like this when a stage is reached in the nth transaction of a connection. */
    public RecordingSmtpSink on(SmtpStage stage, int transaction, Reaction reaction) {
        return scripted(moment -> moment.stage() == stage && moment.transaction() == transaction
                ? Optional.of(reaction)
                : Optional.empty());
    }

    public HostPort address() {
        return new HostPort("127.0.0.1", server.getLocalPort());
    }

    public List<SinkTransaction> transactions() {
        return List.copyOf(transactions);
    }

    /** Command lines of all connections in the order of their arrival. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Where each connection came from. */
    public List<InetAddress> clients() {
        return List.copyOf(clients);
    }

    /** Connections accepted so far. */
    public int connections() {
        return accepted.get();
    }

    /** Connections open now. */
    public int open() {
        return connections.size();
    }

    /** Most connections that were open at one time. */
    public int mostOpen() {
        return mostOpen.get();
    }

    /** Ends all connections that are open now. */
    public void disconnectAll() {
        new ArrayList<>(connections).forEach(RecordingSmtpSink::closeQuietly);
    }

    /** Waits until a condition holds, for at most ten seconds. */
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited 10 s in vain: " + what);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        disconnectAll();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                clients.add(socket.getInetAddress());
                mostOpen.accumulateAndGet(connections.size(), Math::max);
                int number = accepted.incrementAndGet();
                thread("sink-connection-" + number, () -> serve(socket, number));
            } catch (IOException e) {
                if (!server.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket, int number) {
        try {
            new SinkConversation(this, socket, number).run();
        } catch (IOException e) {
            // The peer went away or was sent away; what it sent before is recorded.
        } finally {
            closeQuietly(socket);
            connections.remove(socket);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }

    Optional<Reaction> react(Moment moment) {
        return script.react(moment);
    }

    List<String> capabilities() {
        return capabilities;
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    boolean implicitTls() {
        return implicitTls;
    }

    void commanded(String line) {
        commands.add(line);
    }

    void record(SinkTransaction transaction) {
        transactions.add(transaction);
    }
}
