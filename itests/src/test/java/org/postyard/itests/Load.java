package org.postyard.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Clients that send numbered messages, each to a recipient of its own, and remember which were accepted. A refusal with
 * 4yz is tried again; a message whose connection broke is given up, because nobody knows what became of it.
 */
final class Load implements AutoCloseable {
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private final int port;
    private final int lastNumber;
    private final Duration pace;
    private final IntFunction<String> recipients;
    private final int lines;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> rejected = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    /**
     * Begins at once.
     *
     * @param count messages in all
     * @param pace pause of each client between two messages
     * @param recipients address for each number
     */
    Load(int port, int clients, int count, Duration pace, IntFunction<String> recipients) {
        this(port, clients, count, pace, recipients, 20);
    }

    /** @param lines of each message, 76 octets each */
    Load(int port, int clients, int count, Duration pace, IntFunction<String> recipients, int lines) {
        this.port = port;
        this.lastNumber = count;
        this.pace = pace;
        this.recipients = recipients;
        this.lines = lines;
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(this::work, "client-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Recipients whose message got 250. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    int acceptedCount() {
        return accepted.size();
    }

    /** Recipients whose message got 5yz, with the reply. */
    Set<String> rejected() {
        return Set.copyOf(rejected);
    }

    /** How often a message was put off with 4yz. */
    int refusals() {
        return refusals.get();
    }

    /** Waits until all messages were sent. */
    void await(Duration limit) throws Exception {
        Await.until("all messages are sent", limit, () -> threads.stream().noneMatch(Thread::isAlive));
    }

    /** Ends after the messages under way. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) thread.join();
    }

    private void work() {
        while (!ended && numbers.get() < lastNumber) {
            try (SmtpClient client = new SmtpClient(port)) {
                converse(client);
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void converse(SmtpClient client) throws IOException {
        while (!ended) {
            int number = numbers.incrementAndGet();
            if (number > lastNumber) return;
            sendPersistently(client, recipients.apply(number));
            LockSupport.parkNanos(pace.toNanos());
        }
    }

    private void sendPersistently(SmtpClient client, String recipient) throws IOException {
        while (!ended) {
            String reply = client.send("sender@itests.test", recipient, content(recipient, lines));
            if (reply.startsWith("250")) {
                accepted.add(recipient);
                return;
            }
            if (reply.startsWith("5")) {
                rejected.add(recipient + " " + reply);
                return;
            }
            refusals.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static byte[] content(String recipient, int lines) {
        String header = "From: <sender@itests.test>\r\nTo: <" + recipient + ">\r\nSubject: integration test\r\n"
                + "X-Test-Id: " + recipient + "\r\n\r\n";
        return (header + "A line that is neither long nor short, of a message that is worth keeping.\r\n".repeat(lines))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
