package org.postyard.engine.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.postyard.api.fleet.SecretSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads secrets from environment variables and files. */
public final class SystemSecretSource implements SecretSource {
    private static final Logger LOG = LoggerFactory.getLogger(SystemSecretSource.class);

    @Override
    public Optional<String> resolve(String reference) {
        if (reference.startsWith("env:")) return Optional.ofNullable(System.getenv(reference.substring(4)));
        if (reference.startsWith("file:")) return read(Path.of(reference.substring(5)));
        LOG.warn("secret reference is neither env:NAME nor file:PATH");
        return Optional.empty();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            LOG.warn("secret file cannot be read file={} reason={}", file, e.toString());
            return Optional.empty();
        }
    }
}
