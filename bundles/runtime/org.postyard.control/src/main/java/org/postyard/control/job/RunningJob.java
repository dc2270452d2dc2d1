package org.postyard.control.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.Job.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job with its changing state. Thread-safe: one lock, and a latch for its end. */
final class RunningJob implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private final String id;
    private final String title;
    private final String author;
    private final Clock clock;
    private final Instant started;
    private final CountDownLatch over = new CountDownLatch(1);
    private State state = State.RUNNING;
    private int percent;
    private String step = "waits for its turn";
    private boolean cancellable = true;
    private boolean cancelled;
    private Optional<Instant> ended = Optional.empty();
    private String result = "";

    RunningJob(String id, String title, String author, Clock clock) {
        this.id = id;
        this.title = title;
        this.author = author;
        this.clock = clock;
        this.started = clock.instant();
    }

    String id() {
        return id;
    }

    synchronized Job now() {
        return new Job(id, title, author, state, percent, step, cancellable, started, ended, result);
    }

    void run(Work work) {
        try {
            check();
            end(State.DONE, work.run(this));
        } catch (JobFailedException e) {
            end(State.FAILED, String.valueOf(e.getMessage()));
        } catch (JobCancelledException e) {
            end(State.CANCELLED, "Cancelled; all is as before.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(State.FAILED, "The control API was stopped meanwhile.");
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A job failed: id={}", id, e);
            end(State.FAILED, "An error of this node: " + e + "; its log has more.");
        }
    }

    private void end(State how, String text) {
        synchronized (this) {
            state = how;
            result = text;
            ended = Optional.of(clock.instant());
            cancellable = false;
            step = "";
            if (how == State.DONE) percent = 100;
        }
        LOG.info("Job ended: id={} state={} result={}", id, how, text);
        over.countDown();
    }

    void await(Duration patience) throws InterruptedException {
        var unused = over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized boolean cancel() {
        if (!cancellable) return false;
        cancelled = true;
        return true;
    }

    @Override
    public synchronized void step(int newPercent, String text) {
        percent = newPercent;
        step = text;
    }

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    @Override
    public synchronized void pointOfNoReturn() {
        check();
        cancellable = false;
    }
}
