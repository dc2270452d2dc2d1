package org.postyard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Measures how long a sender waits between the end of its message and the reply that accepts it. */
final class AcceptLatency {
    private static final int SOCKET_TIMEOUT_MILLIS = 60_000;

    private final int port;
    private final byte[] content;

    AcceptLatency(int port, int sizeBytes) {
        this.port = port;
        this.content = content(sizeBytes);
    }

    private static byte[] content(int sizeBytes) {
        StringBuilder text =
                new StringBuilder("From: <a@bench.test>\r\nTo: <b@bench.test>\r\nSubject: latency\r\n\r\n");
        while (text.length() < sizeBytes) text.append("x".repeat(76)).append("\r\n");
        return text.append(".\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends from so many connections at once, each its messages one after the other. */
    Latencies measure(int connections, int messagesPerConnection) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<long[]>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) senders.add(() -> send(messagesPerConnection));
            LongStream all = LongStream.empty();
            for (Future<long[]> sender : threads.invokeAll(senders)) {
                all = LongStream.concat(all, Arrays.stream(sender.get()));
            }
            return new Latencies(connections, all.sorted().toArray());
        } catch (ExecutionException e) {
            throw new IOException("a sender failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] send(int messages) throws IOException {
        long[] nanos = new long[messages];
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            expect(in, '2');
            say(out, in, "EHLO source.bench.test", '2');
            for (int i = 0; i < messages; i++) nanos[i] = sendOne(out, in);
            say(out, in, "QUIT", '2');
        }
        return nanos;
    }

    private long sendOne(OutputStream out, BufferedReader in) throws IOException {
        say(out, in, "MAIL FROM:<sender@source.bench.test>", '2');
        say(out, in, "RCPT TO:<recipient@sink.bench.test>", '2');
        say(out, in, "DATA", '3');
        out.write(content);
        out.flush();
        long begin = System.nanoTime();
        expect(in, '2');
        return System.nanoTime() - begin;
    }

    private static void say(OutputStream out, BufferedReader in, String line, char wanted) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, wanted);
    }

    private static void expect(BufferedReader in, char wanted) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') line = in.readLine();
        if (line == null || line.charAt(0) != wanted) throw new IOException("unexpected reply: " + line);
    }

    /**
     * Times in ascending order.
     *
     * @param nanos one per message
     */
    record Latencies(int connections, long[] nanos) {
        double percentileMillis(double percent) {
            int index = (int) Math.ceil(percent / 100 * nanos.length) - 1;
            return nanos[Math.max(0, Math.min(nanos.length - 1, index))] / 1e6;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%d connection%s, %,d messages: p50 %.2f ms, p99 %.2f ms, longest %.2f ms",
                    connections,
                    connections == 1 ? "" : "s",
                    nanos.length,
                    percentileMillis(50),
                    percentileMillis(99),
                    percentileMillis(100));
        }

        String json(String system) {
            return String.format(
                    Locale.ROOT,
                    "{\"acceptLatency\":{\"system\":\"%s\",\"connections\":%d,\"messages\":%d,\"p50Millis\":%.3f,"
                            + "\"p99Millis\":%.3f,\"longestMillis\":%.3f}}",
                    system,
                    connections,
                    nanos.length,
                    percentileMillis(50),
                    percentileMillis(99),
                    percentileMillis(100));
        }
    }
}
