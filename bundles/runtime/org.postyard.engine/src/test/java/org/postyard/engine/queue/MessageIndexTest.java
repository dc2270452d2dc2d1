package org.postyard.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Priority;
import org.postyard.api.spool.Counts;

class MessageIndexTest {
    private static final ClassAccount ACCOUNT = new ClassAccount(MessageClass.BULK, Counts.ZERO);

    private final MessageIndex index = new MessageIndex();

    @Test
    void whatIsNotInItIsNotFound() {
        assertThat(index.find(new MessageId(7))).isEmpty();
        index.remove(new MessageId(7));
        assertThat(index.size()).isZero();
    }

    @Test
    void aMessageIsFoundUntilItIsRemoved() {
        MessageTrack track = track(7);

        index.put(track);
        index.put(track);

        assertThat(index.find(new MessageId(7))).containsSame(track);
        assertThat(index.find(new MessageId(8))).isEmpty();
        assertThat(index.size()).isEqualTo(1);
        index.remove(new MessageId(7));
        assertThat(index.find(new MessageId(7))).isEmpty();
    }

    /** Ids in a row, as a burst has them, and scattered ones, of which many come and go: as a map of the library does it. */
    @Test
    void manyComeAndGoInAnyOrder() {
        Random random = new Random(42);
        Map<Long, MessageTrack> expected = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        for (int step = 0; step < 60_000; step++) {
            boolean grows = step < 30_000;
            if (ids.isEmpty() || random.nextInt(10) < (grows ? 7 : 2)) {
                long id = random.nextBoolean() ? step : random.nextLong() >>> 1;
                if (expected.containsKey(id)) continue;
                MessageTrack track = track(id);
                expected.put(id, track);
                ids.add(id);
                index.put(track);
            } else {
                int last = ids.size() - 1;
                int chosen = random.nextInt(ids.size());
                long id = ids.set(chosen, ids.get(last));
                ids.remove(last);
                expected.remove(id);
                index.remove(new MessageId(id));
                assertThat(index.find(new MessageId(id))).isEmpty();
            }
        }
        assertThat(index.size()).isEqualTo(expected.size());
        expected.forEach(
                (id, track) -> assertThat(index.find(new MessageId(id))).containsSame(track));
    }

    private static MessageTrack track(long id) {
        return new MessageTrack(new MessageId(id), ACCOUNT, Priority.NORMAL, 0, 0, 0, 1);
    }
}
