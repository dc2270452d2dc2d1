package org.postyard.protocol;

import java.util.List;

/**
 * Lines of the log, the oldest first.
 *
 * @param lastSequence to be given as {@code after} to get what comes next
 * @param missed whether lines between {@code after} and these were already overwritten
 */
public record LogPage(List<LogLineView> lines, long lastSequence, boolean missed) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
