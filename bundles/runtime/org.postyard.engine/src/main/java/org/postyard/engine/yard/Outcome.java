package org.postyard.engine.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Message;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Recipient;
import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Settlement;
import org.postyard.engine.outcome.BounceClassifier;
import org.postyard.engine.outcome.ReportWriter;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.MessageTrack;

/** Collects what one settlement says about the recipients of one message, and what follows for its consignments. Dispatcher thread only. */
final class Outcome {
    /**
     * What becomes of a consignment when the settlement is durable.
     *
     * @param untouched recipients that go on at once
     * @param failed recipients that wait for their next attempt
     */
    record Change(Consignment consignment, int[] untouched, int[] failed, long nextMillis) {}

    private record Ended(Recipient recipient, EventKind kind, SmtpReply reply, String peer) {}

    private record Retry(Consignment consignment, long nextMillis) {}

    private final Message message;
    private final Instant now;
    private final List<RecipientState> states = new ArrayList<>(1);
    private final List<DeliveryEvent> events = new ArrayList<>(1);
    private final List<Ended> ended = new ArrayList<>(1);
    private final List<Change> changes = new ArrayList<>(1);
    private final List<Retry> retries = new ArrayList<>(0);
    private final Map<ReportWriter.Action, List<ReportWriter.Fate>> wanted = new EnumMap<>(ReportWriter.Action.class);

    Outcome(Message message, Instant now) {
        this.message = message;
        this.now = now;
    }

    Message message() {
        return message;
    }

    Instant now() {
        return now;
    }

    void event(EventKind kind, int recipient, AttemptTrace trace, String reason) {
        events.add(DeliveryEvent.of(message, kind, recipient, now, trace, reason));
    }

    void end(int recipient, EventKind kind, SmtpReply reply, String peer) {
        states.add(RecipientState.finished(recipient));
        ended.add(new Ended(message.envelope().recipients().get(recipient), kind, reply, peer));
    }

    /** These recipients of a consignment have failed once more and wait. */
    void retry(Consignment consignment, List<Integer> recipients, long nextMillis, String reason) {
        Instant next = Instant.ofEpochMilli(nextMillis);
        for (int recipient : recipients)
            states.add(new RecipientState(
                    recipient, false, consignment.failedAttempts() + 1, next, reason, consignment.delayReported()));
        retries.add(new Retry(consignment, nextMillis));
    }

    /** Who of a consignment is left when the settlement is durable. */
    void leftovers(Consignment consignment, List<Integer> untouched, List<Integer> failed) {
        long next = retries.stream()
                .filter(retry -> retry.consignment() == consignment)
                .mapToLong(Retry::nextMillis)
                .findFirst()
                .orElse(0);
        changes.add(new Change(consignment, ints(untouched), ints(failed), next));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    List<DeliveryEvent> events() {
        return events;
    }

    List<Change> changes() {
        return changes;
    }

    MessageTrack track() {
        return changes.get(0).consignment().track();
    }

    /** Recipients that are final. */
    int ended() {
        return ended.size();
    }

    /** Whether recipients go on at once, so that the message stays in memory. */
    boolean stillHot() {
        return changes.stream().anyMatch(change -> change.untouched().length > 0);
    }

    Settlement settlement(boolean last) {
        return new Settlement(message.id(), states, events, last);
    }

    void countInto() {
        for (DeliveryEvent event : events) track().account().count(event.kind());
    }

    /** Notes a report that the sender asked for. */
    void report(ReportWriter.Action action, int recipient, SmtpReply reply, String peer) {
        if (message.envelope().sender().isEmpty()) return;
        Recipient about = message.envelope().recipients().get(recipient);
        String status = reply.enhancedCode().isEmpty()
                ? (action == ReportWriter.Action.DELAYED ? "4.0.0" : "2.0.0")
                : reply.enhancedCode();
        wanted.computeIfAbsent(action, key -> new ArrayList<>())
                .add(new ReportWriter.Fate(about, status, reply.toString(), peer));
    }

    /** All reports that are due with this settlement, by what they report. */
    Map<ReportWriter.Action, List<ReportWriter.Fate>> reportsDue() {
        Map<ReportWriter.Action, List<ReportWriter.Fate>> due = new EnumMap<>(wanted);
        List<ReportWriter.Fate> failures = failuresToReport();
        if (!failures.isEmpty()) due.put(ReportWriter.Action.FAILED, failures);
        return due;
    }

    /** Recipients whose failure the sender wants to hear of: by default yes, but never a null sender (RFC 3461 §4.1, RFC 5321 §6.1). */
    private List<ReportWriter.Fate> failuresToReport() {
        if (message.envelope().sender().isEmpty()) return List.of();
        return ended.stream()
                .filter(end -> end.kind() == EventKind.BOUNCED || end.kind() == EventKind.EXPIRED)
                .filter(end -> end.recipient().reports().isEmpty()
                        || end.recipient().reports().contains(Notify.FAILURE))
                .map(end -> new ReportWriter.Fate(
                        end.recipient(), status(end), end.reply().toString(), end.peer()))
                .toList();
    }

    private static String status(Ended end) {
        if (end.kind() == EventKind.EXPIRED) return "4.4.7";
        return end.reply().enhancedCode().isEmpty() ? "5.0.0" : end.reply().enhancedCode();
    }

    /** Addresses that are bad themselves, by what the peer said of them. */
    List<String> badAddresses(BounceClassifier classifier) {
        return ended.stream()
                .filter(end -> end.kind() == EventKind.BOUNCED && !end.peer().isEmpty())
                .filter(end -> classifier.classify(end.reply()).aboutAddress())
                .map(end -> end.recipient().address())
                .toList();
    }
}
