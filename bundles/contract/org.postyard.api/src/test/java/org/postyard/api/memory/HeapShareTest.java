package org.postyard.api.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapShareTest {
    private static final long MEGABYTE = 1 << 20;

    @ParameterizedTest
    @ValueSource(longs = {192, 256, 1024, 8192})
    void allSharesTogetherLeaveRoomForTheNodeAndForTheCollector(long heapMegabytes) {
        long heap = heapMegabytes * MEGABYTE;
        long all = Arrays.stream(HeapShare.values())
                .mapToLong(share -> share.bytesOf(heap))
                .sum();
        assertThat(all + 112 * MEGABYTE).isLessThanOrEqualTo(heap - heap / 12);
    }

    @Test
    void aLargerHeapGivesLargerShares() {
        for (HeapShare share : HeapShare.values())
            assertThat(share.bytesOf(1024 * MEGABYTE)).isGreaterThan(share.bytesOf(256 * MEGABYTE));
    }

    @Test
    void aHeapThatIsTooSmallForANodeStillHasShares() {
        assertThat(HeapShare.SMTP_BODIES.bytesOf(64 * MEGABYTE)).isPositive();
    }

    @Test
    void aSettingStandsInsteadOfTheShare() {
        assertThat(HeapShare.ATTEMPTS.bytesOr(7)).isEqualTo(7);
        assertThat(HeapShare.ATTEMPTS.bytesOr(0)).isEqualTo(HeapShare.ATTEMPTS.bytes());
    }
}
