package org.postyard.injection.smtp.command;

import java.util.Optional;

/**
 * What BDAT says (RFC 3030 §2).
 *
 * @param octets size of the chunk that follows at once
 * @param last whether it ends the message
 */
public record ChunkCommand(long octets, boolean last) {
    private static final int LONGEST_SIZE = 18;

    /** Reads the rest of a BDAT line; empty if it cannot be understood, and then nobody knows where the next command starts. */
    public static Optional<ChunkCommand> read(CommandLine line) {
        String size = line.word();
        boolean number =
                !size.isEmpty() && size.length() <= LONGEST_SIZE && size.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) return Optional.empty();
        boolean last = line.accept("LAST");
        return line.atEnd() ? Optional.of(new ChunkCommand(Long.parseLong(size), last)) : Optional.empty();
    }
}
