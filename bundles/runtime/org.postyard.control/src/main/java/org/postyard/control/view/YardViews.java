package org.postyard.control.view;

import java.util.Locale;
import java.util.Optional;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.Health;
import org.postyard.api.operation.Ledger;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.QueuedMessage;
import org.postyard.api.operation.ServerStatus;
import org.postyard.api.operation.SlotStatus;
import org.postyard.api.operation.SourceStatus;
import org.postyard.api.spool.Counts;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.HealthPartView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LedgerLineView;
import org.postyard.protocol.LedgerView;
import org.postyard.protocol.PoolMemberView;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.QueuedMessageView;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SlotView;
import org.postyard.protocol.SourceView;

/** Wire records of what the yard shows. */
public final class YardViews {
    private YardViews() {}

    public static LedgerView of(Ledger ledger) {
        return new LedgerView(
                ledger.checkedAt(),
                ledger.balanced(),
                ledger.possibleDuplicates(),
                ledger.lines().stream().map(YardViews::of).toList());
    }

    private static LedgerLineView of(Ledger.Line line) {
        Counts counts = line.counts();
        return new LedgerLineView(
                line.messageClass(),
                counts.accepted(),
                counts.delivered(),
                counts.relayed(),
                counts.bounced(),
                counts.expired(),
                counts.suppressed(),
                counts.cancelled(),
                line.queued(),
                line.difference());
    }

    public static ServerView of(ServerStatus server) {
        return new ServerView(
                server.id(),
                server.role().toLowerCase(Locale.ROOT),
                server.site(),
                word(server.state()),
                server.reason(),
                server.since(),
                server.capacity(),
                server.sources(),
                server.connections(),
                server.inFlight(),
                server.ready(),
                server.oldestReady(),
                server.perSecond(),
                known(server.deliveryShare()),
                known(server.deferralShare()),
                known(server.bounceShare()),
                known(server.latencyMillis()),
                server.attempts(),
                server.delivered(),
                server.deferred(),
                server.bounced());
    }

    public static SourceView of(SourceStatus source) {
        return new SourceView(
                source.id(),
                source.server(),
                source.connector(),
                source.nextHop(),
                source.bindAddress(),
                source.ehloName(),
                source.open(),
                source.reason(),
                source.connections(),
                source.inFlight(),
                source.ready(),
                source.oldestReady(),
                source.perSecond(),
                known(source.deliveryShare()),
                known(source.deferralShare()),
                known(source.bounceShare()),
                known(source.latencyMillis()),
                source.attempts(),
                source.delivered(),
                source.deferred(),
                source.bounced());
    }

    public static PoolView of(PoolStatus pool) {
        return new PoolView(
                pool.id(),
                pool.balancer(),
                pool.balancerPresent(),
                pool.reason(),
                pool.members().stream().map(YardViews::of).toList());
    }

    private static PoolMemberView of(PoolStatus.Share member) {
        return new PoolMemberView(member.source(), member.weight(), member.open(), member.picks());
    }

    public static QueueView of(QueueStatus queue) {
        return new QueueView(
                queue.name(),
                queue.tenant(),
                queue.campaign(),
                queue.domain(),
                queue.pool(),
                queue.site(),
                queue.queued(),
                queue.due(),
                queue.waiting(),
                queue.ready(),
                queue.inFlight(),
                queue.oldest(),
                queue.nextAttempt(),
                queue.held(),
                queue.reason());
    }

    public static QueuedMessageView of(QueuedMessage message) {
        return new QueuedMessageView(
                message.id().text(),
                message.queue(),
                message.sender(),
                message.recipients(),
                message.sizeBytes(),
                message.receivedAt(),
                message.failedAttempts(),
                message.nextAttempt(),
                message.reason());
    }

    public static SlotView of(SlotStatus slot) {
        return new SlotView(
                slot.kind(),
                slot.id(),
                slot.serviceId(),
                slot.bundle(),
                slot.version(),
                word(slot.state()),
                slot.leases(),
                slot.calls(),
                slot.failures(),
                slot.reason());
    }

    public static HealthView of(Health health) {
        return new HealthView(
                health.ready(), health.parts().stream().map(YardViews::of).toList());
    }

    private static HealthPartView of(Health.Part part) {
        return new HealthPartView(part.name(), part.well(), part.reason());
    }

    public static ActionView of(ActionResult result) {
        return new ActionView(result.done(), result.touched(), result.text());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Double> known(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }
}
