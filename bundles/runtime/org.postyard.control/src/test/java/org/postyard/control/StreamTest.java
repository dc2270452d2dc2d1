package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postyard.api.event.EventKind;
import org.postyard.api.fleet.ServerState;
import org.postyard.testkit.spool.Messages;

@Timeout(60)
class StreamTest {
    private final Messages messages = new Messages();
    private ApiServer api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiServer();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void theFirstFrameSaysWhereTheStreamBegins() throws Exception {
        happen(3);
        try (Frames frames = open("topics=delivery", "operator", Optional.empty())) {
            Frame hello = frames.next();
            assertThat(hello.event()).isEqualTo("hello");
            assertThat(hello.json().get("newestSequence").asLong()).isEqualTo(3);
            assertThat(hello.json().get("nextSequence").asLong()).isEqualTo(4);
        }
    }

    @Test
    void eventsThatHappenNowArriveWithTheirSequence() throws Exception {
        happen(3);
        try (Frames frames = open("topics=delivery", "operator", Optional.empty())) {
            frames.next();
            happen(2);
            assertThat(frames.next().id()).isEqualTo("4");
            Frame last = frames.next();
            assertThat(last.id()).isEqualTo("5");
            assertThat(last.event()).isEqualTo("delivery");
            assertThat(last.json().get("recipient").asText()).isEqualTo("anna@a.example");
        }
    }

    @Test
    void aClientResumesFromASequenceWithoutAGap() throws Exception {
        happen(2_500);
        try (Frames frames = open("topics=delivery&from=11", "operator", Optional.empty())) {
            frames.next();
            for (int sequence = 11; sequence <= 2_500; sequence++)
                assertThat(frames.next().id()).isEqualTo(Integer.toString(sequence));
        }
    }

    @Test
    void lastEventIdResumesAfterWhatWasSeen() throws Exception {
        happen(10);
        try (Frames frames = open("topics=delivery", "operator", Optional.of("7"))) {
            frames.next();
            assertThat(frames.next().id()).isEqualTo("8");
        }
    }

    @Test
    void whoMayNotReadAddressesSeesNone() throws Exception {
        happen(1);
        try (Frames frames = open("topics=delivery&from=1", "viewer", Optional.empty())) {
            assertThat(frames.next().json().get("masked").asBoolean()).isTrue();
            JsonNode event = frames.next().json();
            assertThat(event.get("recipient").asText()).isEqualTo("a***@a.example");
            assertThat(event.get("sender").asText()).doesNotContain("sender@");
            assertThat(event.get("reason").asText()).isEqualTo("550 5.1.1 <a***@a.example> unknown");
        }
    }

    @Test
    void snapshotsComeAsTheirOwnEventsWithoutAnId() throws Exception {
        try (Frames frames = open("topics=servers,ledger,queues", "viewer", Optional.empty())) {
            frames.next();
            Map<String, Frame> seen = new HashMap<>();
            while (seen.size() < 3) {
                Frame frame = frames.next();
                assertThat(frame.id()).isEmpty();
                seen.put(frame.event(), frame);
            }
            assertThat(seen.keySet()).isEqualTo(Set.of("servers", "ledger", "queues"));
            assertThat(seen).hasEntrySatisfying("servers", frame -> assertThat(frame.data())
                    .contains("\"id\":\"relay-1\""));
        }
    }

    @Test
    void whoAsksForChangesGetsTheListOnceAndThenWhatChanged() throws Exception {
        try (Frames frames = open("topics=servers,ledger&changes=true", "viewer", Optional.empty())) {
            frames.next();
            Frame whole = nextButLedger(frames);
            assertThat(whole.event()).isEqualTo("servers");
            assertThat(whole.json()).hasSize(2);
            api.host.yard.turn(ServerState.DOWN);
            Frame change = nextButLedger(frames);
            assertThat(change.event()).isEqualTo("server-changes");
            assertThat(change.json().get("rows")).hasSize(1);
            assertThat(change.data()).contains("\"id\":\"relay-1\"").contains("\"state\":\"down\"");
            assertThat(change.json().get("removed")).isEmpty();
        }
    }

    @Test
    void withoutAnEngineTheStreamIs503() {
        api.host.present = false;

        assertThat(api.get("/api/v1/stream", "viewer").status()).isEqualTo(503);
    }

    private static Frame nextButLedger(Frames frames) throws IOException {
        Frame frame = frames.next();
        while (frame.event().equals("ledger")) frame = frames.next();
        return frame;
    }

    private void happen(int count) {
        var message = messages.message("anna@a.example");
        for (int i = 0; i < count; i++)
            api.host.feed.happen(messages.event(message, 0, EventKind.BOUNCED, "550 5.1.1 <anna@a.example> unknown"));
    }

    private Frames open(String query, String account, Optional<String> lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri("/api/v1/stream?" + query))
                .header("Authorization", ApiServer.basic(account));
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        return new Frames(
                api.client().send(request.build(), BodyHandlers.ofInputStream()).body());
    }

    /** One server-sent event. */
    private record Frame(String id, String event, String data) {
        JsonNode json() throws IOException {
            return ApiServer.JSON.readTree(data);
        }
    }

    /** Reads server-sent events, skipping comments. */
    private static final class Frames implements AutoCloseable {
        private final BufferedReader lines;

        Frames(InputStream body) {
            this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        Frame next() throws IOException {
            String id = "";
            String event = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) id = line.substring(4);
                else if (line.startsWith("event: ")) event = line.substring(7);
                else if (line.startsWith("data: ")) data = line.substring(6);
                else if (line.isEmpty() && !event.isEmpty()) return new Frame(id, event, data);
            }
            throw new AssertionError("the stream ended");
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
