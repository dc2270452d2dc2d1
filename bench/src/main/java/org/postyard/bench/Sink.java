package org.postyard.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running smtp-sink of Postfix that counts what arrives. */
final class Sink implements AutoCloseable {
    private static final Pattern MESSAGES = Pattern.compile("mesg=\\s*(\\d+)");
    private static final int TAIL_BYTES = 256;
    private static final int POLL_MILLIS = 20;

    private final Tasks tasks;
    private final Path counters;
    private final int port;
    private final Process process;

    Sink(Workshop workshop, String... options) throws IOException, InterruptedException {
        tasks = workshop.tasks();
        port = Workshop.freePort();
        counters = workshop.folder().resolve("sink-" + port + ".counters");
        List<String> command = new ArrayList<>(List.of("smtp-sink", "-c", "-m", "1000"));
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("-u", "nobody"));
        command.addAll(List.of(options));
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        process = tasks.start(counters, command);
        SmtpProbe.awaitMailService(port, Duration.ofSeconds(10));
    }

    int port() {
        return port;
    }

    /** Messages that have arrived so far. */
    long messages() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(counters.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return lastCount(new String(tail, StandardCharsets.ISO_8859_1));
        }
    }

    static long lastCount(String counters) {
        int end = counters.lastIndexOf('\r'); // what follows is not yet complete
        Matcher matcher = MESSAGES.matcher(counters.substring(0, Math.max(0, end)));
        long last = 0;
        while (matcher.find()) last = Long.parseLong(matcher.group(1));
        return last;
    }

    /** Waits for that many messages; gives the time when they were there, as {@link System#nanoTime}, or nothing after the deadline. */
    OptionalLong await(long wanted, long deadlineNanos) throws IOException, InterruptedException {
        while (System.nanoTime() < deadlineNanos) {
            if (messages() >= wanted) return OptionalLong.of(System.nanoTime());
            Thread.sleep(POLL_MILLIS);
        }
        return OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        tasks.stop(process);
        Files.deleteIfExists(counters);
    }
}
