package org.postyard.injection.smtp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginBrakeTest {
    private final InetAddress address = InetAddress.getLoopbackAddress();
    private final SettableClock clock = new SettableClock();
    private final LoginBrake brake = new LoginBrake(clock, 3, Duration.ofMinutes(5));

    @Test
    void blocksAnAddressAfterFailuresInARowUntilThePenaltyIsOver() {
        for (int i = 0; i < 3; i++) {
            assertThat(brake.blocks(address)).isFalse();
            brake.failed(address);
        }
        assertThat(brake.blocks(address)).isTrue();
        clock.now = clock.now.plus(Duration.ofMinutes(5));
        assertThat(brake.blocks(address)).isFalse();
        brake.failed(address);
        assertThat(brake.blocks(address)).isFalse();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        brake.failed(address);
        brake.failed(address);
        brake.passed(address);
        brake.failed(address);
        assertThat(brake.blocks(address)).isFalse();
    }

    /** A clock that stands still until it is set. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
