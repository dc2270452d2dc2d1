package org.postyard.engine.yard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Message;
import org.postyard.api.message.Notify;
import org.postyard.api.spool.InFlightMark;
import org.postyard.api.spool.Settlement;
import org.postyard.api.suppression.Suppression;
import org.postyard.engine.outcome.BounceClassifier;
import org.postyard.engine.outcome.ReportWriter;
import org.postyard.engine.path.Attempt;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.ScheduledQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns outcomes into durable facts: states and events in the spool, reports to the sender, the next attempt. Dispatcher thread only.
 *
 * <p>Nothing in the yard changes because of an outcome before the outcome is durable.
 */
final class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final long RETRY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long DELAY_REPORT_MILLIS = Duration.ofHours(4).toMillis();

    private final YardState state;
    private final YardServices services;
    private final YardSettings settings;
    private final Dispatcher dispatcher;
    private final Loader loader;
    private final Reports reports;
    private final Waking waking;
    private final BounceClassifier classifier = new BounceClassifier();

    Settling(
            YardState state,
            YardServices services,
            YardSettings settings,
            Dispatcher dispatcher,
            Loader loader,
            Reports reports,
            Waking waking) {
        this.state = state;
        this.services = services;
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.loader = loader;
        this.reports = reports;
        this.waking = waking;
    }

    // --- after an attempt

    /** Settles what a conversation answered for each recipient of an attempt. */
    void attempted(Conversation conversation, Attempt attempt, List<RecipientResult> results, long durationMillis) {
        AttemptResult[] byIndex = new AttemptResult[attempt.recipients().length];
        for (RecipientResult result : results) byIndex[result.index()] = result.result();
        Outcome outcome =
                new Outcome(attempt.outbound().message(), services.clock().instant());
        int first = 0;
        for (Consignment consignment : attempt.consignments()) {
            sort(conversation, attempt, consignment, byIndex, first, durationMillis, outcome);
            first += consignment.recipients().length;
        }
        commit(attempt.consignments().get(0), outcome, Optional.of(attempt.mark()));
    }

    private void sort(
            Conversation conversation,
            Attempt attempt,
            Consignment consignment,
            AttemptResult[] results,
            int first,
            long durationMillis,
            Outcome outcome) {
        List<Integer> untouched = new ArrayList<>(0);
        List<Integer> failed = new ArrayList<>(0);
        SmtpReply lastReply = null;
        Optional<Duration> wish = Optional.empty();
        boolean rerouteNow = false;
        for (int i = 0; i < consignment.recipients().length; i++) {
            int recipient = consignment.recipients()[i];
            AttemptResult result = results[first + i];
            Verdict verdict = verdictOf(result, conversation.cut());
            if (verdict.kind().isEmpty()) {
                untouched.add(recipient);
                continue;
            }
            AttemptTrace trace = trace(conversation, attempt, consignment, result.reply(), verdict, durationMillis);
            outcome.event(verdict.kind().get(), recipient, trace, result.reply().toString());
            if (verdict.kind().get().endsQueueing())
                outcome.end(recipient, verdict.kind().get(), result.reply(), trace.peer());
            else failed.add(recipient);
            if (verdict.unconfirmed()) state.possibleDuplicates++;
            rerouteNow |= verdict.unconfirmed() && conversation.cut();
            lastReply = result.reply();
            wish = verdict.wish().isPresent() ? verdict.wish() : wish;
            count(conversation, verdict.kind().get());
            reportSuccess(conversation, outcome, recipient, verdict.kind().get(), result.reply());
        }
        reportDelay(consignment, failed, outcome, lastReply);
        if (lastReply != null && !failed.isEmpty()) {
            consignment.queue().waitsBecause("last reply: " + lastReply);
            long next = rerouteNow
                    ? outcome.now().toEpochMilli()
                    : state.retries()
                            .nextAttempt(
                                    className(consignment),
                                    consignment.failedAttempts() + 1,
                                    wish,
                                    outcome.now().toEpochMilli());
            outcome.retry(consignment, failed, next, lastReply.toString());
        }
        outcome.leftovers(consignment, untouched, failed);
    }

    /** A success is ours to report if the peer does not take the request over (RFC 3461 §5.2). */
    private static void reportSuccess(
            Conversation conversation, Outcome outcome, int recipient, EventKind kind, SmtpReply reply) {
        boolean success = kind == EventKind.DELIVERED || kind == EventKind.RELAYED;
        boolean wanted = outcome.message()
                .envelope()
                .recipients()
                .get(recipient)
                .reports()
                .contains(Notify.SUCCESS);
        if (!success || !wanted || conversation.session().passesDsnOn()) return;
        outcome.report(
                kind == EventKind.DELIVERED ? ReportWriter.Action.DELIVERED : ReportWriter.Action.RELAYED,
                recipient,
                reply,
                conversation.session().peer());
    }

    private void reportDelay(
            Consignment consignment, List<Integer> failed, Outcome outcome, @Nullable SmtpReply reply) {
        long age = outcome.now().toEpochMilli() - consignment.track().receivedAtMillis();
        if (reply == null || consignment.delayReported() || age < DELAY_REPORT_MILLIS) return;
        for (int recipient : failed) {
            boolean wanted = outcome.message()
                    .envelope()
                    .recipients()
                    .get(recipient)
                    .reports()
                    .contains(Notify.DELAY);
            if (!wanted) continue;
            outcome.report(ReportWriter.Action.DELAYED, recipient, reply, "");
            consignment.reportDelay();
        }
    }

    private record Verdict(Optional<EventKind> kind, boolean unconfirmed, Optional<Duration> wish) {}

    private static Verdict verdictOf(AttemptResult result, boolean cutByUs) {
        return result.fold(new AttemptResult.Cases<>() {
            @Override
            public Verdict delivered(AttemptResult.Delivered delivered) {
                return new Verdict(Optional.of(EventKind.DELIVERED), false, Optional.empty());
            }

            @Override
            public Verdict relayed(AttemptResult.Relayed relayed) {
                return new Verdict(Optional.of(EventKind.RELAYED), false, Optional.empty());
            }

            @Override
            public Verdict deferred(AttemptResult.Deferred deferred) {
                boolean judged = deferred.attempted() && !cutByUs;
                return new Verdict(
                        judged ? Optional.of(EventKind.DEFERRED) : Optional.empty(), false, deferred.retryAfter());
            }

            @Override
            public Verdict bounced(AttemptResult.Bounced bounced) {
                return new Verdict(Optional.of(EventKind.BOUNCED), false, Optional.empty());
            }

            @Override
            public Verdict unconfirmed(AttemptResult.Unconfirmed unconfirmed) {
                return new Verdict(Optional.of(EventKind.DEFERRED), true, Optional.empty());
            }
        });
    }

    private void count(Conversation conversation, EventKind kind) {
        long now = services.clock().millis();
        for (org.postyard.engine.path.Traffic traffic : List.of(
                conversation.path().source().traffic(),
                conversation.path().source().server().traffic())) {
            if (kind == EventKind.DEFERRED) traffic.deferred(now, 1);
            else if (kind == EventKind.BOUNCED) traffic.bounced(now, 1);
            else traffic.delivered(now, 1);
        }
    }

    private AttemptTrace trace(
            Conversation conversation,
            Attempt attempt,
            Consignment consignment,
            SmtpReply reply,
            Verdict verdict,
            long durationMillis) {
        boolean success = verdict.kind()
                .filter(kind -> kind == EventKind.DELIVERED || kind == EventKind.RELAYED)
                .isPresent();
        return new AttemptTrace(
                consignment.failedAttempts() + 1,
                attempt.pool(),
                conversation.path().source().source().id(),
                conversation.path().source().server().server().id(),
                conversation.path().path().site().name(),
                conversation.path().path().site().provider().orElse(""),
                conversation.session().peer(),
                reply.code(),
                reply.enhancedCode(),
                success ? BounceClass.NONE : classifier.classify(reply),
                (int) Math.min(Integer.MAX_VALUE, durationMillis),
                verdict.unconfirmed());
    }

    private static String className(Consignment consignment) {
        return consignment.track().account().messageClass().name();
    }

    // --- without an attempt

    /** All recipients of a consignment end because of a reply of our own. */
    void bounce(Consignment consignment, SmtpReply reply) {
        end(consignment, EventKind.BOUNCED, reply);
    }

    /** Ends a consignment whose time is up; false if it is not. */
    boolean expired(Consignment consignment) {
        if (services.clock().millis() < consignment.track().expiresAtMillis()) return false;
        end(
                consignment,
                EventKind.EXPIRED,
                new SmtpReply(450, "4.4.7", "Not delivered in time; given up" + why(consignment)));
        return true;
    }

    /** The queue's reason: of one queue all go to one domain, and a reason for each message would be much to remember. */
    private static String why(Consignment consignment) {
        String reason = consignment.queue().waitReason();
        int attempts = consignment.failedAttempts();
        String after = attempts == 0 ? "" : attempts == 1 ? " after 1 attempt" : " after " + attempts + " attempts";
        return after + (reason.isEmpty() ? "" : "; " + reason);
    }

    /** All recipients of a consignment end. */
    void end(Consignment consignment, EventKind kind, SmtpReply reply) {
        begin(consignment);
        Consumer<String> again = reason -> dispatcher.after(RETRY_NANOS, () -> end(consignment, kind, reply));
        boolean reported = kind == EventKind.BOUNCED || kind == EventKind.EXPIRED;
        if (reported) loader.load(consignment.track(), hot -> end(consignment, hot.message(), kind, reply), again);
        else loader.loadMessage(consignment.track(), message -> end(consignment, message, kind, reply), again);
    }

    private void end(Consignment consignment, Message message, EventKind kind, SmtpReply reply) {
        Outcome outcome = new Outcome(message, services.clock().instant());
        AttemptTrace trace = kind == EventKind.BOUNCED ? local(consignment, reply) : AttemptTrace.NONE;
        for (int recipient : consignment.recipients()) {
            outcome.event(kind, recipient, trace, reply.text());
            outcome.end(recipient, kind, reply, "");
        }
        outcome.leftovers(consignment, List.of(), List.of());
        commit(consignment, outcome, Optional.empty());
    }

    /** A failed attempt that never reached a conversation: the next one follows by the timetable. */
    void defer(Consignment consignment, SmtpReply reply) {
        defer(consignment, reply, local(consignment, reply));
    }

    void defer(Consignment consignment, SmtpReply reply, AttemptTrace trace) {
        begin(consignment);
        loader.loadMessage(
                consignment.track(),
                message -> {
                    Outcome outcome = new Outcome(message, services.clock().instant());
                    List<Integer> all = new ArrayList<>();
                    for (int recipient : consignment.recipients()) {
                        all.add(recipient);
                        outcome.event(EventKind.DEFERRED, recipient, trace, reply.toString());
                    }
                    long next = state.retries()
                            .nextAttempt(
                                    className(consignment),
                                    consignment.failedAttempts() + 1,
                                    Optional.empty(),
                                    outcome.now().toEpochMilli());
                    consignment.queue().waitsBecause(reply.text());
                    outcome.retry(consignment, all, next, reply.toString());
                    outcome.leftovers(consignment, List.of(), all);
                    commit(consignment, outcome, Optional.empty());
                },
                reason -> dispatcher.after(RETRY_NANOS, () -> defer(consignment, reply, trace)));
    }

    /** An attempt of an earlier process whose outcome nobody knows: listed, and due again at once. */
    void interrupted(Consignment consignment, Message message) {
        begin(consignment);
        Outcome outcome = new Outcome(message, services.clock().instant());
        String reason = "the node stopped during an attempt; the message may have arrived and is sent again";
        AttemptTrace trace = new AttemptTrace(
                consignment.failedAttempts() + 1, "", "", "", "", "", "", 0, "", BounceClass.LOCAL, 0, true);
        List<Integer> all = new ArrayList<>();
        for (int recipient : consignment.recipients()) {
            all.add(recipient);
            state.possibleDuplicates++;
            outcome.event(EventKind.DEFERRED, recipient, trace, reason);
        }
        outcome.retry(consignment, all, outcome.now().toEpochMilli(), reason);
        outcome.leftovers(consignment, List.of(), all);
        commit(consignment, outcome, Optional.empty());
    }

    private AttemptTrace local(Consignment consignment, SmtpReply reply) {
        return new AttemptTrace(
                consignment.failedAttempts() + 1,
                consignment.queue().key().pool(),
                "",
                "",
                "",
                "",
                "",
                reply.code(),
                reply.enhancedCode(),
                classifier.classify(reply),
                0,
                false);
    }

    private static void begin(Consignment consignment) {
        consignment.queue().enter(consignment, State.SETTLING);
    }

    // --- making it durable

    private void commit(Consignment first, Outcome outcome, Optional<InFlightMark> mark) {
        if (outcome.events().isEmpty()) {
            mark.ifPresent(InFlightMark::clear);
            apply(outcome, false);
            return;
        }
        suppressBadAddresses(first, outcome);
        report(first, outcome, mark);
    }

    /** Sends the reports that are due, with the content, which an attempt of other recipients may have cooled meanwhile; then settles. */
    private void report(Consignment first, Outcome outcome, Optional<InFlightMark> mark) {
        Map<ReportWriter.Action, List<ReportWriter.Fate>> due = outcome.reportsDue();
        if (due.isEmpty()) settle(first, outcome, mark);
        else
            loader.load(
                    first.track(),
                    hot -> report(due, hot, () -> settle(first, outcome, mark)),
                    reason -> dispatcher.after(RETRY_NANOS, () -> report(first, outcome, mark)));
    }

    private void report(Map<ReportWriter.Action, List<ReportWriter.Fate>> due, HotMessage about, Runnable settle) {
        Runnable next = settle;
        for (Map.Entry<ReportWriter.Action, List<ReportWriter.Fate>> report : due.entrySet()) {
            Runnable then = next;
            next = () -> reports.send(report.getKey(), about, report.getValue(), then);
        }
        next.run();
    }

    private void settle(Consignment first, Outcome outcome, Optional<InFlightMark> mark) {
        boolean last = first.track().end(outcome.ended());
        Settlement settlement = outcome.settlement(last);
        services.spool().settle(settlement).whenComplete((committed, trouble) -> {
            if (trouble == null) services.events().publish(committed.events());
            dispatcher.execute(() -> {
                if (trouble == null) {
                    mark.ifPresent(InFlightMark::clear);
                    apply(outcome, last);
                } else {
                    LOG.warn(
                            "settlement is not durable, offered again message={} reason={}",
                            settlement.message(),
                            trouble.toString());
                    first.track().reopen(outcome.ended());
                    dispatcher.after(RETRY_NANOS, () -> settle(first, outcome, mark));
                }
            });
        });
    }

    private void apply(Outcome outcome, boolean last) {
        outcome.countInto();
        for (Outcome.Change change : outcome.changes()) {
            Consignment consignment = change.consignment();
            ScheduledQueue queue = consignment.queue();
            if (change.failed().length == 0 && change.untouched().length == 0) {
                queue.enter(consignment, State.ENDED);
                queue.remove(consignment);
            } else if (change.failed().length == 0) {
                consignment.keep(change.untouched());
                waking.dueAgain(consignment);
            } else {
                if (change.untouched().length > 0) separate(consignment, queue, change);
                else consignment.keep(change.failed());
                consignment.failed(change.nextMillis());
                waking.waitForTime(consignment);
            }
        }
        if (last) state.tracks().remove(outcome.track().id());
        if (last || !outcome.stillHot()) loader.cool(outcome.track());
    }

    private void separate(Consignment consignment, ScheduledQueue queue, Outcome.Change change) {
        Consignment untouched = consignment.split(change.failed(), change.untouched());
        queue.add(untouched);
        waking.dueAgain(untouched);
    }

    private void suppressBadAddresses(Consignment consignment, Outcome outcome) {
        if (!settings.suppressHardBounces()) return;
        String tenant = outcome.message().handling().tenant();
        for (String address : outcome.badAddresses(classifier)) {
            Suppression suppression = new Suppression(
                    address.toLowerCase(Locale.ROOT),
                    Suppression.Reason.HARD_BOUNCE,
                    Optional.of(tenant),
                    "bounce of message " + consignment.track().id(),
                    Instant.ofEpochMilli(services.clock().millis()),
                    Optional.empty());
            services.work().execute(() -> services.suppressions().add(suppression));
        }
    }
}
