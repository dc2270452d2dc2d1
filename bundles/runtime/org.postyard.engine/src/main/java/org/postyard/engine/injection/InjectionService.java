package org.postyard.engine.injection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.injection.InjectionResult;
import org.postyard.api.injection.InjectionResult.Cause;
import org.postyard.api.injection.InjectionResult.Refused;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageIds;
import org.postyard.api.message.Recipient;
import org.postyard.api.spool.Spool;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;
import org.postyard.api.suppression.Suppression;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.engine.yard.SuppressionReasons;
import org.postyard.engine.yard.Yardmaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts messages: checks them against fleet, limits and suppressions, makes them durable and hands them to the yard. Thread-safe; never blocks. */
public final class InjectionService implements InjectionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(InjectionService.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(60);

    private final Yardmaster yard;
    private final Spool spool;
    private final SuppressionList suppressions;
    private final MessageIds messageIds;
    private final Clock clock;
    private final Limits limits;
    private volatile Optional<Fleet> fleet = Optional.empty();
    private volatile boolean stopping;

    /**
     * Beyond which new mail is refused for the time being, content aside.
     *
     * @param maxQueued recipients in the yard
     * @param maxJournalLag events that the journal does not have yet
     * @param maxBacklog tasks that the dispatcher has not come to
     */
    public record Limits(int maxContentBytes, long maxQueued, long maxJournalLag, int maxBacklog) {}

    public InjectionService(
            Yardmaster yard,
            Spool spool,
            SuppressionList suppressions,
            MessageIds messageIds,
            Clock clock,
            Limits limits) {
        this.yard = yard;
        this.spool = spool;
        this.suppressions = suppressions;
        this.messageIds = messageIds;
        this.clock = clock;
        this.limits = limits;
    }

    public void fleetChanged(Fleet newFleet) {
        fleet = Optional.of(newFleet);
    }

    /** From now on everything is refused, because the node stops. */
    public void stop() {
        stopping = true;
    }

    @Override
    public int maxContentBytes() {
        return limits.maxContentBytes();
    }

    @Override
    public Optional<Refused> refusalNow() {
        if (stopping) return refused(Cause.UNAVAILABLE, "The service is stopping", SOON);
        if (!yard.ready() || fleet.isEmpty()) return refused(Cause.UNAVAILABLE, "The service is starting", SOON);
        SpoolHealth health = spool.health();
        if (!health.well()) return refused(health.state());
        if (yard.backlog() > limits.maxBacklog())
            return refused(Cause.OVERLOADED, "Too much mail at once, slow down", SOON);
        if (yard.queued() > limits.maxQueued()) return refused(Cause.OVERLOADED, "Too much mail is queued", LATER);
        if (yard.journalLag() > limits.maxJournalLag())
            return refused(Cause.OVERLOADED, "The journal is behind", LATER);
        return Optional.empty();
    }

    private static Optional<Refused> refused(SpoolHealth.State state) {
        return switch (state) {
            case FULL -> refused(Cause.STORAGE_FULL, "Insufficient storage", LATER);
            case BROKEN -> refused(Cause.UNAVAILABLE, "Storage is not available", LATER);
            case WELL -> Optional.empty();
        };
    }

    private static Optional<Refused> refused(Cause cause, String reason, Duration retryAfter) {
        return Optional.of(new Refused(cause, reason, retryAfter));
    }

    @Override
    public CompletionStage<InjectionResult> submit(Submission submission) {
        Optional<Refused> refusal = refusalNow().or(() -> contradiction(submission));
        if (refusal.isPresent()) return CompletableFuture.completedFuture(refusal.get());
        Message message = new Message(
                messageIds.next(),
                submission.envelope(),
                submission.handling(),
                Instant.ofEpochMilli(clock.millis()),
                submission.client(),
                submission.content().sizeBytes());
        return yard.accept(message, submission.content(), suppressed(submission))
                .handle((committed, trouble) ->
                        trouble == null ? new InjectionResult.Accepted(message.id()) : notKept(trouble));
    }

    private Optional<Refused> contradiction(Submission submission) {
        if (submission.content().sizeBytes() > limits.maxContentBytes())
            return refused(
                    Cause.TOO_LARGE,
                    "The message is larger than " + limits.maxContentBytes() + " bytes",
                    Duration.ZERO);
        Optional<String> pool = submission.handling().pool();
        if (pool.isPresent() && fleet.flatMap(known -> known.pool(pool.get())).isEmpty())
            return contradicts("pool", "There is no pool '" + pool.get() + "'");
        Optional<Instant> deadline = submission.handling().deadline();
        if (deadline.isPresent() && !deadline.get().isAfter(clock.instant()))
            return contradicts("deadline", "The deadline " + deadline.get() + " has passed");
        Optional<Instant> notBefore = submission.handling().notBefore();
        if (deadline.isPresent() && notBefore.isPresent() && !notBefore.get().isBefore(deadline.get()))
            return contradicts("notBefore", "Not-before is not before the deadline");
        return Optional.empty();
    }

    private static Optional<Refused> contradicts(String field, String reason) {
        return Optional.of(new Refused(Cause.INVALID, reason, Duration.ZERO, field));
    }

    private Map<Integer, String> suppressed(Submission submission) {
        Map<Integer, String> found = Map.of();
        List<Recipient> recipients = submission.envelope().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            Optional<Suppression> match = suppressions.match(
                    recipients.get(i).address(), submission.handling().tenant());
            if (match.isEmpty()) continue;
            if (found.isEmpty()) found = new HashMap<>();
            found.put(i, SuppressionReasons.sentence(match.get()));
        }
        return found;
    }

    private static InjectionResult notKept(Throwable trouble) {
        Throwable cause =
                trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble;
        if (cause instanceof SpoolUnavailableException unavailable
                && refused(unavailable.state()).isPresent())
            return refused(unavailable.state()).get();
        LOG.error("message was not kept", cause);
        return new Refused(Cause.UNAVAILABLE, "Storage is not available", LATER);
    }
}
