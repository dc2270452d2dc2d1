package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The share of the processors that a virtual machine was refused by its host since this was made, from Linux's
 * {@code /proc/stat}, proc(5). A run that lost much of it says little about speed, but its CPU time per message still holds.
 */
final class StolenTime {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int USER = 0;
    private static final int STEAL = 7;

    private final Ticks begin;

    StolenTime() throws IOException {
        begin = Ticks.now();
    }

    /** From 0 to 1; 0 on a machine that is not virtual. */
    double share() throws IOException {
        return Ticks.now().stolenShareSince(begin);
    }

    /**
     * @param all of all processors, idle time included
     * @param stolen of it when a processor would have worked but had none under it
     */
    record Ticks(long all, long stolen) {
        static Ticks now() throws IOException {
            return parse(Files.readString(STAT).lines().findFirst().orElse(""));
        }

        /** The line that begins with {@code cpu}. Time of guests is in user time already and not counted twice. */
        static Ticks parse(String line) {
            long[] fields = Arrays.stream(line.split("\\s+"))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Ticks(Arrays.stream(fields, USER, STEAL + 1).sum(), fields[STEAL]);
        }

        double stolenShareSince(Ticks earlier) {
            long passed = all - earlier.all;
            return passed == 0 ? 0 : (double) (stolen - earlier.stolen) / passed;
        }
    }
}
