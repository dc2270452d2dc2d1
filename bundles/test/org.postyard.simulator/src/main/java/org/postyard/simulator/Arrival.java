package org.postyard.simulator;

import java.time.Instant;
import java.util.List;

/**
 * One accepted message.
 *
 * @param id its {@code X-Test-Id}, else its {@code Message-ID}, else empty
 * @param provider id of the provider that took it
 * @param sha256 of the content as it was sent, dot-stuffing removed, in lower-case hexadecimal digits
 */
public record Arrival(
        String id,
        SourceKey source,
        String provider,
        Instant time,
        long bytes,
        String sha256,
        List<String> recipients) {
    public Arrival {
        recipients = List.copyOf(recipients);
    }

    /** The line that stands for it in a record: fields in the order of the record, separated by tabs. */
    String line() {
        return String.join(
                "\t",
                plain(id),
                plain(source.ip() + " " + source.ehlo()),
                provider,
                time.toString(),
                Long.toString(bytes),
                sha256,
                plain(String.join(",", recipients)));
    }

    /** @throws IllegalArgumentException if the line is none that {@link #line} gives */
    static Arrival parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 7) throw new IllegalArgumentException("not a record of an arrival: " + line);
        String[] source = fields[1].split(" ", 2);
        return new Arrival(
                fields[0],
                new SourceKey(source[0], source.length > 1 ? source[1] : ""),
                fields[2],
                Instant.parse(fields[3]),
                Long.parseLong(fields[4]),
                fields[5],
                List.of(fields[6].split(",")));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }
}
