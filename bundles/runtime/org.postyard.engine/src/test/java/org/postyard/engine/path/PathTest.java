package org.postyard.engine.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.TlsMode;
import org.postyard.engine.cap.CapWindow;

class PathTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR_MILLIS = 3_600_000;

    private static Path path() {
        EgressSource source =
                new EgressSource("a", "a", "smtp", Optional.empty(), "", "", TlsMode.OFF, Optional.empty(), Map.of());
        SendingServer server = new SendingServer(
                "a", SendingServer.Role.MTA, "", 1, 0, Duration.ofSeconds(10), Duration.ofSeconds(30), List.of(source));
        SourceTrack track = new SourceTrack(source, new ServerTrack(server, Instant.EPOCH));
        return new Path(track, DestinationSite.RELAYED, PathLimits.DEFAULT, List.of(), 0);
    }

    @Test
    void connectionsRefusedAtOneMomentAreOneFailure() {
        Path path = path();
        for (int i = 0; i < 20; i++) path.failed("refused", i, 0);
        assertThat(path.failures()).isEqualTo(1);
        assertThat(path.backingOff(2 * SECOND)).isFalse();
        path.failed("refused", 2 * SECOND, 0);
        assertThat(path.failures()).isEqualTo(2);
        assertThat(path.backingOff(4 * SECOND - 1)).isTrue();
        assertThat(path.backingOff(4 * SECOND)).isFalse();
    }

    @Test
    void workOnOtherPathsOfTheSourceDoesNotKeepAPathThatFailedFromItsNextTry() {
        Path path = path();
        path.failed("refused", 0, 0);
        path.source().inFlight(+1);
        assertThat(path.open(2 * SECOND, 0)).isTrue();
    }

    @Test
    void whatAnEarlierHourGivesBackIsNotAddedToTheRoomOfThisOne() {
        CapWindow cap = new CapWindow(10, 0);
        cap.use(HOUR_MILLIS - 1, 5);
        cap.use(HOUR_MILLIS, 10);
        cap.giveBack(HOUR_MILLIS - 1, 5);
        assertThat(cap.room(HOUR_MILLIS)).isZero();
        cap.giveBack(HOUR_MILLIS, 3);
        assertThat(cap.room(HOUR_MILLIS)).isEqualTo(3);
    }
}
