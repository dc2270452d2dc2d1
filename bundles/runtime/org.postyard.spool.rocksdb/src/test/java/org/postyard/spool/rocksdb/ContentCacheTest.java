package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postyard.api.message.Content;

class ContentCacheTest {
    private final ContentCache cache = new ContentCache(1000);

    @Test
    void keepsTheNewestAndStaysBelowItsLimit() {
        for (long id = 0; id < 100; id++) {
            cache.put(id, Content.of(new byte[100]));
            assertThat(cache.bytes()).isLessThanOrEqualTo(1000);
        }
        assertThat(cache.get(99)).isPresent();
        assertThat(cache.get(95)).isPresent();
        assertThat(cache.get(10)).isEmpty();
        assertThat(cache.hits()).isEqualTo(2);
        assertThat(cache.misses()).isEqualTo(1);
    }

    @Test
    void givesRoomBackForWhatIsRemoved() {
        for (long id = 0; id < 9; id++) cache.put(id, Content.of(new byte[100]));
        for (long id = 0; id < 9; id++) cache.remove(id);
        assertThat(cache.bytes()).isZero();
        assertThat(cache.get(3)).isEmpty();
    }

    @Test
    void doesNotTakeWhatWouldPushOutEverythingElse() {
        cache.put(1, Content.of(new byte[501]));
        assertThat(cache.get(1)).isEmpty();
    }
}
