package org.postyard.itests.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.DeliveryEventListener;

/**
 * Appends every event to the file that its property {@code file} names: sequence, kind and recipient in a line. Takes so many
 * seconds to start as its property {@code startSeconds} says.
 */
public final class EventFile implements DeliveryEventListener {
    private final Path file;

    public EventFile(Map<String, Object> properties) {
        this.file = Path.of(String.valueOf(properties.get("file")));
        long seconds = Long.parseLong(String.valueOf(properties.getOrDefault("startSeconds", "0")));
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() - end < 0) LockSupport.parkNanos(end - System.nanoTime());
    }

    @Override
    public void eventsHappened(List<DeliveryEvent> events) {
        List<String> lines = events.stream()
                .map(event -> event.sequence() + " " + event.kind() + " " + event.recipient())
                .toList();
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
