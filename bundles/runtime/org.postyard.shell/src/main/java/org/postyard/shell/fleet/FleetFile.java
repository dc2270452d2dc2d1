package org.postyard.shell.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.karaf.shell.support.CommandException;

/** The fleet document that a command is given. */
final class FleetFile {
    private static final String STANDARD_INPUT = "stdin";
    private static final long MOST_BYTES = 16_000_000;

    private FleetFile() {}

    /** Reads a file of the machine on which the runtime runs, or what is piped in. Only documents: a command may be typed by somebody who must not read other files. */
    static String read(String name, InputStream in) throws CommandException {
        try {
            if (name.equals(STANDARD_INPUT)) return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!name.endsWith(".yaml") && !name.endsWith(".yml"))
                throw new CommandException("'" + name + "' does not end in .yaml or .yml");
            Path file = Path.of(name);
            if (Files.size(file) > MOST_BYTES)
                throw new CommandException("'" + name + "' is too long for a fleet document");
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new CommandException(
                    "There is no file '" + Path.of(name).toAbsolutePath() + "' on the machine of the runtime", e);
        } catch (IOException e) {
            throw new CommandException("'" + name + "' cannot be read: " + e, e);
        }
    }
}
