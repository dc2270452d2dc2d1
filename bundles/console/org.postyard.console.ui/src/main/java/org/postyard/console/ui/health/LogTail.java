package org.postyard.console.ui.health;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The newest entries of a log file, one line each. */
record LogTail(Path file, int mostLines) {

    private static final int READ_BYTES = 64 * 1024;

    /**
     * The first lines of the newest entries, the newest on top; stack traces are left out. One line that says why if the file cannot be
     * read. Not for the thread of the user interface.
     */
    String read() {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, opened.length() - READ_BYTES);
            byte[] end = new byte[(int) (opened.length() - from)];
            opened.seek(from);
            opened.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return newestFirst(lines.stream().filter(LogTail::begins).toList());
        } catch (IOException problem) {
            return "The log cannot be read: " + problem.getMessage();
        }
    }

    /** Entries begin with their date; what is cut at the front of what was read does not. */
    private static boolean begins(String line) {
        return !line.isEmpty() && Character.isDigit(line.charAt(0)) && line.contains(": ");
    }

    private String newestFirst(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int line = lines.size() - 1; line >= Math.max(0, lines.size() - mostLines); line--) {
            text.append(lines.get(line)).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
