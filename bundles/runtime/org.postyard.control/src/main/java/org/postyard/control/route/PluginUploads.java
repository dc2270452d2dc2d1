package org.postyard.control.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postyard.control.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that clients sent and have not installed yet; thrown away after a while. One lock. */
public final class PluginUploads {
    static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST = 20;
    private static final Logger LOG = LoggerFactory.getLogger(PluginUploads.class);

    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private final Clock clock;

    public PluginUploads(Clock clock) {
        this.clock = clock;
    }

    /** A file that waits. */
    record Upload(String id, String name, Path file, long sizeBytes, Instant keptUntil) {}

    /** Reads a body into a file of its own, which the caller owns from then on. */
    static Path receive(@Nullable InputStream body) {
        if (body == null) throw Problems.malformed("", "The request needs the file as its body.");
        try {
            Path file = Files.createTempFile("postyard-plugin", ".jar");
            try {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return file;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the upload cannot be kept", e);
        }
    }

    synchronized Upload keep(String name, Path file) {
        forgetOld();
        if (uploads.size() >= MOST)
            throw Problems.unavailable("Too many files wait to be installed.", Duration.ofMinutes(1));
        Upload upload = new Upload(
                UUID.randomUUID().toString(),
                name,
                file,
                sizeOf(file),
                clock.instant().plus(KEPT));
        uploads.put(upload.id(), upload);
        return upload;
    }

    synchronized Optional<Upload> find(String id) {
        forgetOld();
        return Optional.ofNullable(uploads.get(id));
    }

    /** Gives the file away: whoever takes it deletes it. */
    synchronized Optional<Upload> take(String id) {
        forgetOld();
        return Optional.ofNullable(uploads.remove(id));
    }

    private void forgetOld() {
        Instant now = clock.instant();
        uploads.values().removeIf(upload -> {
            boolean old = now.isAfter(upload.keptUntil());
            if (old) delete(upload.file());
            return old;
        });
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("An uploaded file cannot be deleted: file={} reason={}", file, e.toString());
        }
    }
}
