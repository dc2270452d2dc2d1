package org.postyard.control.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.postyard.api.administration.LogDesk;
import org.postyard.control.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to the log of the container and keeps its last lines. Its state is one {@link LogRing}. */
@Component(service = LogDesk.class, immediate = true)
public final class RuntimeLog implements LogDesk, LogListener {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeLog.class);
    private static final int KEPT_LINES = 5_000;
    private static final int MOST_TRACE_CHARACTERS = 20_000;

    private final LogRing ring = new LogRing(KEPT_LINES);
    private final LogReaderService reader;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile org.apache.karaf.log.core.@Nullable LogService levels;

    @Activate
    public RuntimeLog(@Reference LogReaderService reader) {
        this.reader = reader;
        List<LogEntry> before = Collections.list(reader.getLog());
        Collections.reverse(before);
        before.forEach(this::logged);
        reader.addLogListener(this);
    }

    @Deactivate
    public void stop() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        ring.add(
                Instant.ofEpochMilli(entry.getTime()),
                levelOf(entry),
                text(entry.getLoggerName()),
                entry.getBundle() == null ? "" : text(entry.getBundle().getSymbolicName()),
                text(entry.getThreadInfo()),
                text(entry.getMessage()),
                traceOf(entry.getException()));
    }

    private static Level levelOf(LogEntry entry) {
        return switch (entry.getLogLevel()) {
            case AUDIT, INFO -> Level.INFO;
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case DEBUG -> Level.DEBUG;
            case TRACE -> Level.TRACE;
        };
    }

    private static String traceOf(@Nullable Throwable failure) {
        if (failure == null) return "";
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        String trace = text.toString();
        return trace.length() <= MOST_TRACE_CHARACTERS ? trace : trace.substring(0, MOST_TRACE_CHARACTERS) + "...";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public Page lines(Query query) {
        return ring.find(query);
    }

    @Override
    public Map<String, Level> levels() {
        Map<String, Level> known = new TreeMap<>();
        service().getLevel("ALL").forEach((logger, level) -> parse(level).ifPresent(word -> known.put(logger, word)));
        return known;
    }

    private static Optional<Level> parse(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equalsIgnoreCase(word))
                .findFirst();
    }

    @Override
    public void setLevel(String logger, Optional<Level> level, String author) {
        service().setLevel(logger, level.map(Level::name).orElse("DEFAULT"));
        LOG.info(
                "Log level changed: logger={} level={} author={}",
                logger,
                level.map(Level::name).orElse("default"),
                author);
    }

    private org.apache.karaf.log.core.LogService service() {
        org.apache.karaf.log.core.@Nullable LogService service = levels;
        if (service == null)
            throw Problems.unavailable("The log service of the container is not running.", Duration.ofSeconds(5));
        return service;
    }
}
