package org.postyard.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that gets one line per accepted message before the sender is told, so that a test can prove what was lost or
 * came twice even if sender or simulator is killed. Stops at its limit of lines and says so in the last. Thread-safe.
 */
public final class ArrivalRecord implements AutoCloseable {
    static final long DEFAULT_LIMIT_LINES = 10_000_000;

    private final BufferedWriter writer;
    private final long limitLines;
    private long lines;

    ArrivalRecord(Path file, long limitLines) throws IOException {
        this.writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.limitLines = limitLines;
    }

    synchronized void add(Arrival arrival) {
        if (lines > limitLines) return;
        try {
            writer.write(lines++ < limitLines ? arrival.line() : "# full");
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot record an arrival", e);
        }
    }

    /** The arrivals in a record; a last line that a kill cut short is left out. */
    public static List<Arrival> read(Path file) throws IOException {
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        return text.substring(0, end)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Arrival::parse)
                .toList();
    }

    /** How often each message arrived for each of its recipients, by {@code id recipient}. */
    public static Map<String, Integer> countByIdAndRecipient(List<Arrival> arrivals) {
        Map<String, Integer> counts = new HashMap<>();
        for (Arrival arrival : arrivals) {
            arrival.recipients().forEach(recipient -> counts.merge(arrival.id() + " " + recipient, 1, Integer::sum));
        }
        return counts;
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
