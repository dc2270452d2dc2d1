package org.postyard.engine.yard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentRoomTest {
    private final ContentRoom room = new ContentRoom(1000);

    @Test
    void arrivalsLeaveHalfOfTheRoomToWhatIsToBeSentNow() {
        assertThat(room.takeForArrival(500)).isTrue();
        assertThat(room.takeForArrival(1)).isFalse();
        assertThat(room.takeForAttempt(500)).isTrue();
        assertThat(room.takeForAttempt(1)).isFalse();
        assertThat(room.usedBytes()).isEqualTo(1000);
    }

    @Test
    void roomThatIsGivenBackCanBeTakenAgain() {
        room.takeForAttempt(1000);
        assertThat(room.hasRoomFor(1)).isFalse();
        room.giveBack(1000);
        assertThat(room.hasRoomFor(1)).isTrue();
        assertThat(room.takeForAttempt(1000)).isTrue();
    }

    @Test
    void aMessageThatIsLargerThanAllTheRoomGetsItAlone() {
        assertThat(room.takeForAttempt(5000)).isTrue();
        assertThat(room.takeForAttempt(1)).isFalse();
        room.giveBack(5000);
        room.takeForAttempt(1);
        assertThat(room.takeForAttempt(5000)).isFalse();
    }
}
