package org.postyard.testkit.injection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.injection.InjectionResult;
import org.postyard.api.injection.InjectionResult.Accepted;
import org.postyard.api.injection.InjectionResult.Refused;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.MessageIds;

/** Injection desk that keeps in memory what it is offered and answers as it is told; accepts everything at first. Thread-safe by its monitor. */
public final class FakeInjectionDesk implements InjectionDesk {
    private static final int DEFAULT_MAX_CONTENT_BYTES = 32 * 1024 * 1024;

    private final MessageIds ids = new MessageIds(Clock.systemUTC(), 0);
    private final List<Submission> submissions = new ArrayList<>();
    private final List<CompletableFuture<InjectionResult>> held = new ArrayList<>();
    private Function<Submission, InjectionResult> verdict = submission -> accepted();
    private Optional<Refused> refusalNow = Optional.empty();
    private int maxContentBytes = DEFAULT_MAX_CONTENT_BYTES;
    private boolean holding;
    private boolean recording = true;

    @Override
    public synchronized CompletionStage<InjectionResult> submit(Submission submission) {
        if (recording) submissions.add(submission);
        CompletableFuture<InjectionResult> result = new CompletableFuture<>();
        if (holding) held.add(result);
        else result.complete(verdict.apply(submission));
        return result;
    }

    @Override
    public synchronized Optional<Refused> refusalNow() {
        return refusalNow;
    }

    @Override
    public synchronized int maxContentBytes() {
        return maxContentBytes;
    }

    /** Everything that was offered so far, refused or not, in order. */
    public synchronized List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    /** Whether offers are kept for {@link #submissions}; long measurements switch it off. */
    public synchronized void record(boolean on) {
        recording = on;
    }

    /** Decides what becomes of every later offer. */
    public synchronized void answerWith(Function<Submission, InjectionResult> newVerdict) {
        verdict = newVerdict;
    }

    /** What {@link #refusalNow} says from now on. */
    public synchronized void refuseNow(Optional<Refused> refusal) {
        refusalNow = refusal;
    }

    public synchronized void limitContent(int bytes) {
        maxContentBytes = bytes;
    }

    /** Leaves every later offer unanswered until {@link #releaseHeld}. */
    public synchronized void hold() {
        holding = true;
    }

    /** Accepts what is held and stops holding. */
    public void releaseHeld() {
        List<CompletableFuture<InjectionResult>> released;
        synchronized (this) {
            holding = false;
            released = List.copyOf(held);
            held.clear();
        }
        released.forEach(result -> result.complete(accepted()));
    }

    /** How many offers are unanswered. */
    public synchronized int heldCount() {
        return held.size();
    }

    /** The usual answer. */
    public Accepted accepted() {
        MessageId id = ids.next();
        return new Accepted(id);
    }
}
