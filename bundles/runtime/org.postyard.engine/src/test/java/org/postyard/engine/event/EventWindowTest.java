package org.postyard.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;

class EventWindowTest {
    private final EventWindow window = new EventWindow(8);

    private static DeliveryEvent event(long sequence) {
        return new DeliveryEvent(
                sequence,
                EventKind.RECEIVED,
                Instant.EPOCH,
                new MessageId(1),
                0,
                "",
                "",
                "",
                "",
                MessageClass.BULK,
                Instant.EPOCH,
                0,
                "",
                AttemptTrace.NONE,
                "");
    }

    private List<Long> after(long sequence) {
        return window.after(sequence, 100).orElseThrow().stream()
                .map(DeliveryEvent::sequence)
                .toList();
    }

    @Test
    void givesWhatCameAfterANumber() {
        for (long sequence = 11; sequence <= 14; sequence++) window.add(event(sequence));
        assertThat(after(12)).containsExactly(13L, 14L);
        assertThat(after(14)).isEmpty();
    }

    @Test
    void saysWhenItNoLongerHasThem() {
        for (long sequence = 1; sequence <= 20; sequence++) window.add(event(sequence));
        assertThat(window.after(5, 100)).isEmpty();
        assertThat(after(13)).containsExactly(14L, 15L, 16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void saysWhenItNeverHadThem() {
        window.add(event(5));
        assertThat(window.after(2, 100)).isEmpty();
    }
}
