package org.postyard.engine.cap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was used of the caps in a text file that is replaced as a whole: a line for each, with hour, used, day, used and name.
 * Survives the death of the process; not synchronised with the disk, so a power failure may take the last seconds.
 */
public final class CapFile implements CapMemory {
    private static final Logger LOG = LoggerFactory.getLogger(CapFile.class);
    private static final int FIELDS = 5;

    private final Path file;

    public CapFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Map<String, CapUse> read() {
        Map<String, CapUse> uses = new HashMap<>();
        if (!Files.exists(file)) return uses;
        try {
            for (String line : Files.readAllLines(file)) read(line, uses);
        } catch (IOException e) {
            LOG.warn("what was used of the caps cannot be read, they begin anew file={} reason={}", file, e.toString());
        }
        return uses;
    }

    private void read(String line, Map<String, CapUse> uses) {
        String[] fields = line.split(" ", FIELDS);
        try {
            if (fields.length < FIELDS) throw new NumberFormatException("too few fields");
            CapUse use = new CapUse(number(fields[0]), number(fields[1]), number(fields[2]), number(fields[3]));
            uses.put(fields[4], use);
        } catch (NumberFormatException e) {
            LOG.warn("a line on a cap cannot be read, it begins anew file={} line={}", file, line);
        }
    }

    private static long number(String text) {
        return Long.parseUnsignedLong(text);
    }

    @Override
    public synchronized void write(Map<String, CapUse> uses) throws IOException {
        List<String> lines = uses.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted()
                .toList();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, lines);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(String name, CapUse use) {
        return use.hour() + " " + use.usedThisHour() + " " + use.day() + " " + use.usedThisDay() + " " + name;
    }
}
