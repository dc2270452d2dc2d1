package org.postyard.console.model.live;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postyard.console.model.call.NodeCalls;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.connection.PresentedCertificate;
import org.postyard.console.model.connection.ProblemText;
import org.postyard.console.model.connection.RuntimeClient;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.connection.Trouble;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.LinkState.Wanted;
import org.postyard.console.model.thread.BackgroundThread;
import org.postyard.protocol.CallerView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the stream of one runtime open: logs in, reads, and after a break tries again until somebody closes it. Only a
 * refusal that a person has to mend stops it until {@link #retry}. Owns one thread and one lock.
 */
final class StreamKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(StreamKeeper.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    /** A runtime says something every second. */
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(6);
    /** A runtime that starts may not know its accounts for a moment. */
    private static final int REFUSALS_AFTER_LIVE = 3;

    private static final int MOST_FRAME_BYTES = 256 * 1024 * 1024;

    private final RuntimeClient client;
    private final StreamIntake intake;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Thread thread;
    private final Backoff backoff = new Backoff();
    private final Instant began;
    private volatile long lastBytesNanos;
    private boolean closed;
    private boolean wanted;
    private @Nullable InputStream open;
    private Optional<Instant> lastLive = Optional.empty();
    private int refusals;

    StreamKeeper(RuntimeClient client, StreamIntake intake, ScheduledExecutorService timer, Clock clock) {
        this.client = client;
        this.intake = intake;
        this.timer = timer;
        this.clock = clock;
        this.began = clock.instant();
        this.thread =
                BackgroundThread.of("postyard-stream-" + client.connection().name(), this::run);
    }

    void start() {
        thread.start();
    }

    synchronized void retry() {
        wanted = true;
        backoff.reset();
        notifyAll();
    }

    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        endStream();
        thread.interrupt();
    }

    private synchronized boolean closed() {
        return closed;
    }

    private void run() {
        ScheduledFuture<?> watch = timer.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
        try {
            while (!closed()) {
                boolean personNeeded = connect();
                pause(personNeeded);
            }
        } catch (InterruptedException e) {
            LOG.debug("The stream of runtime={} ends", client.connection().name());
        } finally {
            watch.cancel(false);
        }
    }

    private synchronized void pause(boolean personNeeded) throws InterruptedException {
        long until = System.nanoTime() + backoff.next().toNanos();
        while (!closed && !wanted) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (personNeeded) wait();
            else if (left <= 0) break;
            else wait(left);
        }
        wanted = false;
    }

    /** One try from log-in to the end of the stream; true if only a person can help. */
    private boolean connect() throws InterruptedException {
        Outcome<CallerView> me = callerOf();
        if (me.value().isEmpty()) return failed(me);
        intake.caller(me.value().get());
        Outcome<InputStream> stream =
                client.openStream(ApiPath.of("stream").with("changes", true), intake.lastSequence(), ANSWER_LIMIT);
        if (stream.value().isEmpty()) return failed(stream);
        try (InputStream input = stream.value().get()) {
            remember(input);
            read(input);
            stale("The runtime ended the connection.");
        } catch (IOException e) {
            LOG.debug("Stream broke: runtime={}", client.connection().name(), e);
            stale("The connection to the runtime broke: " + sentenceOf(e));
        } finally {
            forget();
        }
        return false;
    }

    private Outcome<CallerView> callerOf() throws InterruptedException {
        try {
            return new NodeCalls(client).me().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client never fails", e);
        }
    }

    private void read(InputStream input) throws IOException {
        FrameReader frames = new FrameReader(input, MOST_FRAME_BYTES, this::touch);
        Optional<Frame> first = frames.next();
        if (first.isEmpty()) throw new IOException("it ended before it began");
        intake.hello(first.get());
        LOG.info("Live: runtime={}", client.connection().name());
        lastLive = Optional.of(clock.instant());
        refusals = 0;
        synchronized (this) {
            backoff.reset();
        }
        for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
            intake.take(frame.get());
            lastLive = Optional.of(clock.instant());
        }
    }

    private <T> boolean failed(Outcome<T> outcome) {
        return outcome.fold(new Outcome.Cases<T, Boolean>() {
            @Override
            public Boolean done(T value) {
                return false;
            }

            @Override
            public Boolean refused(Outcome.Refused<T> refused) {
                return refusedBy(refused.problem().status(), ProblemText.of(refused.problem()));
            }

            @Override
            public Boolean unreachable(Outcome.Unreachable<T> unreachable) {
                if (!unreachable.trouble().needsPerson()) {
                    stale(unreachable.reason());
                    return false;
                }
                boolean secret = unreachable.trouble() == Trouble.NO_SECRET;
                refuse(
                        unreachable.reason(),
                        secret ? secretOf(client.connection()) : Wanted.APPROVAL,
                        unreachable.certificate());
                return true;
            }
        });
    }

    /** Wrong passwords are not tried again and again, because that locks the account. */
    private boolean refusedBy(int status, String reason) {
        boolean login = status == 401 || status == 403 || status == 429;
        boolean starting = lastLive.isPresent() && status == 401 && ++refusals <= REFUSALS_AFTER_LIVE;
        if (!login || starting) {
            stale(reason);
            return false;
        }
        refusals = 0;
        refuse(reason, status == 401 ? secretOf(client.connection()) : Wanted.CHANGE, Optional.empty());
        return true;
    }

    private void refuse(String reason, Wanted wanted, Optional<PresentedCertificate> certificate) {
        intake.link(new LinkState.Refused(clock.instant(), reason, wanted, certificate));
    }

    private static Wanted secretOf(SavedConnection connection) {
        return connection.account().isEmpty() ? Wanted.KEY : Wanted.PASSWORD;
    }

    private void stale(String reason) {
        intake.link(new LinkState.Stale(lastLive.orElse(began), reason));
    }

    private static String sentenceOf(IOException failure) {
        String message = failure.getMessage();
        return (message == null ? failure.getClass().getSimpleName() : message) + ".";
    }

    private void touch() {
        lastBytesNanos = System.nanoTime();
    }

    /** A peer that is gone without a word is found by its silence. */
    private void watch() {
        boolean silent = System.nanoTime() - lastBytesNanos > SILENCE_LIMIT.toNanos();
        if (silent) endStream();
    }

    private synchronized void remember(InputStream input) throws IOException {
        if (closed) throw new IOException("the console closed it");
        open = input;
        touch();
    }

    private synchronized void forget() {
        open = null;
    }

    private void endStream() {
        InputStream stream;
        synchronized (this) {
            stream = open;
            open = null;
        }
        if (stream == null) return;
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("Closing a stream that is broken anyway", e);
        }
    }
}
