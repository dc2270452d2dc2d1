package org.postyard.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RecentEvents.Entry;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.testkit.console.FleetSize;
import org.postyard.testkit.console.PlayedRuntime;

class LiveRuntimeTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder = Path.of("");

    private final Runtimes runtimes = new Runtimes(Clock.systemUTC());

    @AfterEach
    void close() {
        runtimes.close();
    }

    @Test
    void aRuntimeIsWatchedAndWhatChangesThereIsSeen() throws Exception {
        try (PlayedRuntime played = play(0)) {
            LiveRuntime runtime = open(played);
            await(runtime, snapshot -> snapshot.ledger().isPresent());
            assertThat(runtime.snapshot().servers().size()).isEqualTo(FleetSize.SMALL.servers());
            assertThat(runtime.snapshot().allows("STEER_SERVERS")).isTrue();
            new org.postyard.console.model.call.ServerCalls(runtime.client())
                    .drain("mta-1")
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            await(runtime, snapshot -> snapshot.servers()
                    .find("mta-1")
                    .orElseThrow()
                    .state()
                    .equals("draining"));
            await(runtime, snapshot -> snapshot.events().total() > 0);
            assertThat(runtime.history().size()).isGreaterThan(FleetSize.SMALL.servers());
        }
    }

    @Test
    void aStreamThatBreaksIsOpenedAgainAndItsMissedEventsAreNamed() throws Exception {
        try (PlayedRuntime played = play(0)) {
            LiveRuntime runtime = open(played);
            await(runtime, snapshot -> snapshot.events().total() > 2);
            LinkState before = runtime.snapshot().link();
            CompletableFuture<RuntimeSnapshot> stale =
                    when(runtime, snapshot -> !snapshot.link().live());
            played.cutStreams();
            assertThat(stale.get(PATIENCE_SECONDS, TimeUnit.SECONDS).staleSince())
                    .isPresent();
            await(
                    runtime,
                    snapshot -> snapshot.link().live() && !snapshot.link().equals(before));
            await(runtime, snapshot -> snapshot.events().newest().stream().anyMatch(Entry.Gap.class::isInstance));
        }
    }

    @Test
    void aRuntimeThatRestartsIsFoundAgain() throws Exception {
        PlayedRuntime first = play(0);
        LiveRuntime runtime = open(first);
        await(runtime, snapshot -> snapshot.link().live());
        int port = first.url().getPort();
        first.close();
        await(
                runtime,
                snapshot -> snapshot.link() instanceof LinkState.Stale stale
                        && stale.reason().contains("listens"));
        assertThat(runtime.snapshot().servers().size()).isEqualTo(FleetSize.SMALL.servers());
        try (PlayedRuntime second = PlayedRuntime.start(FleetSize.SMALL, 2, port, second())) {
            LinkState.Refused refused =
                    (LinkState.Refused) await(runtime, snapshot -> snapshot.link() instanceof LinkState.Refused)
                            .link();
            assertThat(refused.reason()).contains("has changed");
            SavedConnection approved = runtime.connection()
                    .pinned(refused.certificate().orElseThrow().fingerprint());
            LiveRuntime again = runtimes.open(approved, connection -> Optional.of(PlayedRuntime.PASSWORD));
            await(again, snapshot -> snapshot.link().live());
        }
    }

    @Test
    void aWrongPasswordIsNotTriedAgain() throws Exception {
        try (PlayedRuntime played = play(0)) {
            AtomicInteger asked = new AtomicInteger();
            LiveRuntime runtime = runtimes.open(pinned(played), connection -> {
                asked.incrementAndGet();
                return Optional.of("wrong");
            });
            await(runtime, snapshot -> snapshot.link() instanceof LinkState.Refused);
            assertThat(runtime.snapshot().link().reason()).contains("password");
            assertThat(runtime.snapshot().link().wantsSecret()).isTrue();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aPasswordThatNobodyGaveIsWantedAndAsSoonAsItIsThereTheConnectionIs() throws Exception {
        try (PlayedRuntime played = play(0)) {
            AtomicBoolean given = new AtomicBoolean();
            LiveRuntime runtime = runtimes.open(pinned(played), connection -> Optional.of(PlayedRuntime.PASSWORD)
                    .filter(password -> given.get()));
            LinkState link =
                    await(runtime, snapshot -> snapshot.link().wantsSecret()).link();
            assertThat(((LinkState.Refused) link).wanted()).isEqualTo(LinkState.Wanted.PASSWORD);
            assertThat(link.reason()).contains("password of admin");
            given.set(true);
            runtime.retry();
            await(runtime, snapshot -> snapshot.link().live());
        }
    }

    @Test
    void aConnectionWithoutAnAccountWantsAKey() throws Exception {
        try (PlayedRuntime played = play(0)) {
            SavedConnection keyed = new SavedConnection("yard", played.url(), "", fingerprintOf(played));
            LiveRuntime runtime = runtimes.open(keyed, connection -> Optional.empty());
            LinkState link =
                    await(runtime, snapshot -> snapshot.link().wantsSecret()).link();
            assertThat(((LinkState.Refused) link).wanted()).isEqualTo(LinkState.Wanted.KEY);
            assertThat(link.reason()).contains("API key");
        }
    }

    @Test
    void aCertificateThatNobodyApprovedIsShownAndRefused() throws Exception {
        try (PlayedRuntime played = play(0)) {
            SavedConnection unpinned = new SavedConnection("yard", played.url(), "admin", Optional.empty());
            LiveRuntime runtime = runtimes.open(unpinned, connection -> Optional.of(PlayedRuntime.PASSWORD));
            LinkState link = await(runtime, snapshot -> snapshot.link() instanceof LinkState.Refused)
                    .link();
            assertThat(link.reason()).contains("nobody has approved");
            assertThat(link.wantsSecret()).isFalse();
            assertThat(((LinkState.Refused) link).certificate().orElseThrow().subject())
                    .contains("played.localhost");
        }
    }

    @Test
    void severalRuntimesAreWatchedAtOnce() throws Exception {
        try (PlayedRuntime one = play(0);
                PlayedRuntime two = PlayedRuntime.start(FleetSize.SMALL, 2, 0, second())) {
            LiveRuntime first = open(one);
            LiveRuntime other = runtimes.open(
                    new SavedConnection("other", two.url(), "admin", fingerprintOf(two)),
                    connection -> Optional.of(PlayedRuntime.PASSWORD));
            await(first, snapshot -> snapshot.link().live());
            await(other, snapshot -> snapshot.link().live());
            assertThat(runtimes.all()).extracting(LiveRuntime::name).containsExactly("other", "yard");
        }
    }

    private PlayedRuntime play(int port) throws IOException {
        return PlayedRuntime.start(FleetSize.SMALL, 1, port, folder);
    }

    private Path second() throws IOException {
        return java.nio.file.Files.createDirectories(folder.resolve("second"));
    }

    private LiveRuntime open(PlayedRuntime played) throws Exception {
        return runtimes.open(pinned(played), connection -> Optional.of(PlayedRuntime.PASSWORD));
    }

    private SavedConnection pinned(PlayedRuntime played) throws Exception {
        return new SavedConnection("yard", played.url(), "admin", fingerprintOf(played));
    }

    /** As a person would: look at the certificate once, then approve it. */
    private Optional<String> fingerprintOf(PlayedRuntime played) throws Exception {
        SavedConnection unpinned = new SavedConnection("first", played.url(), "admin", Optional.empty());
        LiveRuntime first = runtimes.open(unpinned, connection -> Optional.of(PlayedRuntime.PASSWORD));
        RuntimeSnapshot refused = await(first, snapshot -> snapshot.link() instanceof LinkState.Refused);
        runtimes.close("first");
        return ((LinkState.Refused) refused.link()).certificate().map(shown -> shown.fingerprint());
    }

    private static RuntimeSnapshot await(LiveRuntime runtime, Predicate<RuntimeSnapshot> wanted) throws Exception {
        return when(runtime, wanted).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static CompletableFuture<RuntimeSnapshot> when(LiveRuntime runtime, Predicate<RuntimeSnapshot> wanted) {
        CompletableFuture<RuntimeSnapshot> found = new CompletableFuture<>();
        SnapshotListener listener = snapshot -> {
            if (wanted.test(snapshot)) found.complete(snapshot);
        };
        runtime.addListener(listener);
        listener.changed(runtime.snapshot());
        found.orTimeout(Duration.ofSeconds(PATIENCE_SECONDS).toMillis(), TimeUnit.MILLISECONDS);
        return found;
    }
}
