package org.postyard.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.snapshot.RecentEvents.Entry;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.StreamTopic;

/** A stream that was recorded from a real runtime with three servers while 15 messages went through, and what may befall it. */
class RecordedStreamTest {
    private static final Instant NOW = Examples.NOW;

    private final SnapshotAssembler assembler = new SnapshotAssembler("yard", NOW);

    @Test
    void theRecordedStreamGivesThePictureOfItsEnd() throws IOException {
        play(recorded());
        RuntimeSnapshot snapshot = assembler.snapshot();
        assertThat(snapshot.link().live()).isTrue();
        assertThat(snapshot.servers().list()).extracting("id").containsExactly("yard-1", "yard-2", "yard-3");
        assertThat(snapshot.sources().size()).isEqualTo(3);
        assertThat(snapshot.pools().find("default").orElseThrow().members()).hasSize(3);
        assertThat(snapshot.ledger().orElseThrow().balanced()).isTrue();
        assertThat(snapshot.health().orElseThrow().ready()).isTrue();
        assertThat(snapshot.events().newest()).hasSize(30).allMatch(entry -> entry instanceof Entry.Happened);
    }

    @Test
    void whatDoesNotChangeFromSecondToSecondIsTheSameObject() throws IOException {
        List<Frame> frames = recorded();
        play(frames);
        RuntimeSnapshot before = assembler.snapshot();
        for (StreamTopic topic : List.of(StreamTopic.POOLS, StreamTopic.SERVERS, StreamTopic.SOURCES)) {
            Frame last = frames.stream()
                    .filter(frame -> frame.event().equals(topic.wireName()))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            assembler.apply(topic, last, NOW);
        }
        assertThat(assembler.snapshot().pools()).isSameAs(before.pools());
        assertThat(assembler.snapshot().servers()).isSameAs(before.servers());
        assertThat(assembler.snapshot().sources()).isSameAs(before.sources());
    }

    @Test
    void eventsThatComeTwiceOrTooLateAreTakenOnce() throws IOException {
        List<Frame> frames = recorded();
        play(frames);
        for (Frame frame : frames)
            if (frame.event().equals("delivery")) assembler.apply(StreamTopic.DELIVERY, frame, NOW);
        assertThat(assembler.snapshot().events().total()).isEqualTo(30);
    }

    @Test
    void aGapBetweenEventsIsSaid() throws IOException {
        List<Frame> frames = new ArrayList<>(recorded());
        frames.removeIf(frame -> frame.id().filter(id -> id == 10 || id == 11).isPresent());
        play(frames);
        assertThat(assembler.snapshot().events().newest())
                .hasSize(29)
                .contains(new Entry.Gap(2, "2 events are missing here."));
    }

    @Test
    void eventsMissedDuringAPauseAreSaid() throws IOException {
        play(recorded());
        assembler.hello(hello(95, 91), NOW);
        assertThat(last()).isEqualTo(new Entry.Gap(60, "60 events are missing here."));
        assertThat(assembler.lastSequence()).contains(90L);
    }

    @Test
    void aStreamThatContinuesHasNoGap() throws IOException {
        play(recorded());
        assembler.hello(hello(40, 31), NOW);
        assertThat(last()).isInstanceOf(Entry.Happened.class);
    }

    @Test
    void aRuntimeThatCountsAnewIsFollowedFromItsNewBeginning() throws IOException {
        play(recorded());
        assembler.hello(hello(3, 4), NOW);
        assertThat(last()).isEqualTo(new Entry.Gap(0, "The runtime began to count its events anew."));
        Frame event = frames("id: 4\nevent: delivery\ndata: "
                        + new String(
                                recorded().stream()
                                        .filter(frame -> frame.event().equals("delivery"))
                                        .findFirst()
                                        .orElseThrow()
                                        .data(),
                                StandardCharsets.UTF_8)
                        + "\n\n")
                .get(0);
        assertThat(assembler.apply(StreamTopic.DELIVERY, event, NOW)).isPresent();
    }

    @Test
    void changesAloneMakeTheSamePictureAsWholeLists() throws IOException {
        play(recorded());
        String drained =
                "{\"rows\":[{\"id\":\"yard-2\",\"role\":\"mta\",\"site\":\"\",\"state\":\"draining\",\"reason\":\"by ops\","
                        + "\"since\":\"2026-11-22T02:43:27Z\",\"capacity\":1,\"sources\":1,\"connections\":0,\"inFlight\":0,\"ready\":0,"
                        + "\"perSecond\":0.0,\"attempts\":0,\"delivered\":0,\"deferred\":0,\"bounced\":0}],\"removed\":[\"yard-3\"]}";
        assembler.applyChanges(
                frames("event: server-changes\ndata: " + drained + "\n\n").get(0), NOW);
        assertThat(assembler.snapshot().servers().list()).extracting("id").containsExactly("yard-1", "yard-2");
        assertThat(assembler.snapshot().servers().find("yard-2").orElseThrow().state())
                .isEqualTo("draining");
    }

    private Entry last() {
        List<Entry> entries = assembler.snapshot().events().newest();
        return entries.get(entries.size() - 1);
    }

    private void play(List<Frame> frames) throws IOException {
        assembler.hello(frames.get(0), NOW);
        for (Frame frame : frames.subList(1, frames.size()))
            assembler.apply(SnapshotAssembler.topicOf(frame).orElseThrow(), frame, NOW);
    }

    private static Frame hello(long newest, long next) throws IOException {
        return frames("event: hello\ndata: {\"time\":\"2026-03-01T12:00:00Z\",\"newestSequence\":" + newest
                        + ",\"nextSequence\":" + next + ",\"masked\":false}\n\n")
                .get(0);
    }

    private static List<Frame> recorded() throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                RecordedStreamTest.class.getResourceAsStream("three-servers.stream"), "recorded stream")) {
            return frames(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<Frame> frames(String text) throws IOException {
        FrameReader reader = new FrameReader(
                new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000_000, () -> {});
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) frames.add(frame.get());
        return frames;
    }
}
