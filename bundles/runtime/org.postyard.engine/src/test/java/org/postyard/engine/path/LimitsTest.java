package org.postyard.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postyard.engine.cap.CapWindow;

class LimitsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR_MILLIS = 3_600_000;

    @Test
    void aRateAllowsABurstOfOneSecondAndThenItsPace() {
        RateBucket bucket = new RateBucket(10, 0);
        int sent = 0;
        for (long now = 0; now <= 10 * SECOND; now += SECOND / 1000) {
            while (bucket.waitNanos(now) == 0) {
                bucket.take();
                sent++;
            }
        }
        assertThat(sent).isBetween(109, 111);
    }

    @Test
    void aRateBelowOnePerSecondWaitsLongEnough() {
        RateBucket bucket = new RateBucket(0.5, 0);
        bucket.take();
        assertThat(bucket.waitNanos(0)).isEqualTo(2 * SECOND);
        assertThat(bucket.waitNanos(2 * SECOND)).isZero();
    }

    @Test
    void aLoweredRateTakesEffectAtOnce() {
        RateBucket bucket = new RateBucket(1000, 0);
        bucket.rate(1, 0);
        bucket.take();
        assertThat(bucket.waitNanos(0)).isEqualTo(SECOND);
    }

    @Test
    void aCapThatIsUsedUpSaysWhichAndUntilWhen() {
        CapWindow cap = new CapWindow(5, 8);
        cap.use(HOUR_MILLIS, 5);
        assertThat(cap.tighter(HOUR_MILLIS)).isEqualTo("5 an hour (the next hour begins at 02:00 UTC)");
        cap.use(23 * HOUR_MILLIS, 3);
        assertThat(cap.tighter(23 * HOUR_MILLIS)).isEqualTo("8 a day (the next day begins at 00:00 UTC)");
    }

    @Test
    void capsCountPerClockHourAndDay() {
        CapWindow cap = new CapWindow(5, 8);
        cap.use(0, 5);
        assertThat(cap.room(0)).isZero();
        assertThat(cap.room(HOUR_MILLIS)).isEqualTo(3);
        cap.use(HOUR_MILLIS, 3);
        assertThat(cap.room(2 * HOUR_MILLIS)).isZero();
        assertThat(cap.room(24 * HOUR_MILLIS)).isEqualTo(5);
    }

    @Test
    void trafficForgetsAfterAMinute() {
        Traffic traffic = new Traffic();
        traffic.delivered(1_000_000, 30);
        traffic.bounced(1_000_000, 10);
        assertThat(traffic.figures(1_002_000).deliveryShare()).isEqualTo(0.75);
        assertThat(traffic.figures(1_002_000).perSecond()).isEqualTo(3.0);
        Traffic.Figures later = traffic.figures(1_070_000);
        assertThat(later.deliveryShare()).isNaN();
        assertThat(later.attempts()).isEqualTo(40);
    }
}
