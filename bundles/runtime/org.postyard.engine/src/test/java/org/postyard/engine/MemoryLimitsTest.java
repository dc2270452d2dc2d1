package org.postyard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryLimitsTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void aGigabyteTakesTheLargestMessageAndAMillionRecipients() {
        MemoryLimits limits = MemoryLimits.of(1024 * MEGABYTE);
        assertThat(limits.maxContentBytes()).isGreaterThan(50 * MEGABYTE);
        assertThat(limits.maxQueued()).isGreaterThan(1_000_000);
    }

    @Test
    void aSmallHeapTakesSmallerMessagesAndFewerOfThem() {
        MemoryLimits limits = MemoryLimits.of(256 * MEGABYTE);
        assertThat(limits.maxContentBytes()).isBetween(5 * MEGABYTE, 25 * MEGABYTE);
        assertThat(limits.maxQueued()).isBetween(100_000L, 500_000L);
        assertThat(limits.maxBacklog())
                .isLessThan(MemoryLimits.of(1024 * MEGABYTE).maxBacklog());
    }
}
