package org.postyard.console.ui.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The console's own log: three files of at most 2 MB each in its workspace, written through java.util.logging. */
public final class ConsoleLog implements AutoCloseable {

    private static final int FILE_SIZE_BYTES = 2_000_000;
    private static final int FILES = 3;

    private final Path file;
    private final Handler handler;

    private ConsoleLog(Path file, Handler handler) {
        this.file = file;
        this.handler = handler;
    }

    /** Starts to log into the folder, which is made if it is not there. */
    public static ConsoleLog into(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("console.0.log");
            FileHandler handler = new FileHandler(
                    folder.toString().replace("%", "%%") + "/console.%g.log", FILE_SIZE_BYTES, FILES, true);
            handler.setFormatter(new OneLine());
            handler.setLevel(Level.INFO);
            LogManager.getLogManager().reset();
            Logger.getLogger("").addHandler(handler);
            return new ConsoleLog(file, handler);
        } catch (IOException problem) {
            throw new UncheckedIOException("the log cannot be written in " + folder, problem);
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
        handler.close();
    }

    private static final class OneLine extends Formatter {

        private final SimpleFormatter withTrace = new SimpleFormatter();

        @Override
        public String format(LogRecord entry) {
            if (entry.getThrown() != null) {
                return withTrace.format(entry);
            }
            return "%1$tF %1$tT.%1$tL %2$-7s %3$s: %4$s%n"
                    .formatted(
                            entry.getMillis(), entry.getLevel().getName(), entry.getLoggerName(), formatMessage(entry));
        }
    }
}
