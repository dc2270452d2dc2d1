package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateIndexTest {
    @Test
    void reachesOneMoreThanTheHighestIndex() {
        StateIndex index = new StateIndex();
        index.add(5, 3);
        index.add(5, 1);
        assertThat(index.reach(5)).isEqualTo(4);
        assertThat(index.reach(6)).isZero();
    }

    @Test
    void findsTheSameAsAMapWhateverIsAddedAndRemoved() {
        Random random = new Random(42);
        StateIndex index = new StateIndex();
        Map<Long, Integer> expected = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            // Many come first, then many go, so that it grows and shrinks.
            long id = random.nextInt(20_000);
            if (random.nextInt(100) < (step < 100_000 ? 70 : 20)) {
                int recipient = random.nextInt(10);
                index.add(id, recipient);
                expected.merge(id, recipient + 1, Math::max);
            } else {
                index.remove(id);
                expected.remove(id);
            }
        }
        assertThat(index.size()).isEqualTo(expected.size());
        for (long id = 0; id < 20_000; id++) assertThat(index.reach(id)).isEqualTo(expected.getOrDefault(id, 0));
    }
}
