package org.postyard.connector.smtp;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.Session;
import org.postyard.api.fleet.HostPort;
import org.postyard.testkit.delivery.Departures;

/**
 * Measures messages per second and CPU per message over many reused conversations, against a server given as
 * {@code host:port sessions kilobytes seconds}. Not a test: figures of shared machines prove nothing.
 */
final class Throughput {
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong others = new AtomicLong();
    private final CountDownLatch sessionsEnded;
    private final OutboundMessage message;
    private volatile boolean running = true;

    private Throughput(int sessions, int kilobytes) {
        sessionsEnded = new CountDownLatch(sessions);
        String line = "0123456789012345678901234567890123456789012345678901234567890123456789012345\r\n";
        byte[] content = Trial.ascii(("Subject: speed\r\n\r\n" + line.repeat(kilobytes * 1024 / line.length())));
        message = Departures.message(content, "recipient@b.example");
    }

    public static void main(String[] arguments) throws Exception {
        HostPort peer = HostPort.parse(arguments[0], 25);
        int sessions = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[3]);
        Throughput throughput = new Throughput(sessions, Integer.parseInt(arguments[2]));
        SmtpConnector connector = Trial.connector(Trial.SETTINGS);
        List<Session> open = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            ConnectResult result = connector
                    .connect(Departures.toRelay(peer), Deadline.in(Duration.ofSeconds(30)))
                    .toCompletableFuture()
                    .get();
            Session session = ((ConnectResult.Connected) result).session();
            open.add(session);
            throughput.deliver(session);
        }
        for (int i = 0; i < 3; i++) throughput.measure(seconds);
        throughput.running = false;
        throughput.sessionsEnded.await(10, TimeUnit.SECONDS);
        open.forEach(Session::close);
        connector.deactivate();
    }

    private void deliver(Session session) {
        if (!running) {
            sessionsEnded.countDown();
            return;
        }
        session.deliver(message, Deadline.in(Duration.ofMinutes(5))).thenAccept(results -> {
            count(results);
            deliver(session);
        });
    }

    private void count(List<RecipientResult> results) {
        if (results.get(0).result() instanceof AttemptResult.Relayed) delivered.incrementAndGet();
        else others.incrementAndGet();
    }

    private void measure(int seconds) throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long messages = delivered.get();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double elapsed = (System.nanoTime() - start) / 1e9;
        long count = delivered.get() - messages;
        System.out.printf(
                "%.0f messages/s, %.3f ms CPU per message, %d others%n",
                count / elapsed, (system.getProcessCpuTime() - cpu) / 1e6 / Math.max(1, count), others.get());
    }
}
