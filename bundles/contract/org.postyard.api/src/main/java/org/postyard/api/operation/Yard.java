package org.postyard.api.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.postyard.api.message.MessageId;

/**
 * Host service to watch and steer the running engine. Thread-safe. Reads answer at once from the last snapshot, at most
 * a second old; actions complete when they have taken effect.
 */
public interface Yard {
    Ledger ledger();

    List<ServerStatus> servers();

    List<SourceStatus> sources();

    List<PoolStatus> pools();

    /** Queues that match, the deepest first. */
    List<QueueStatus> queues(QueueFilter filter, int limit);

    /** Messages of the queues that match, in the order in which they will be tried. */
    CompletionStage<List<QueuedMessage>> inspect(QueueFilter filter, int limit);

    /** Where a message is now and what each recipient waits for; empty if the spool does not have it (any more). */
    CompletionStage<Optional<MessageStatus>> message(MessageId id);

    /** Stops new work for a server; what is in flight ends normally. */
    CompletionStage<ActionResult> drain(String server, String author);

    /** As drain, and then keeps the server out until it is resumed. */
    CompletionStage<ActionResult> maintenance(String server, String author);

    CompletionStage<ActionResult> resume(String server, String author);

    /** Switches the balancer of a pool until the next fleet version says otherwise; what is in flight is not touched. */
    CompletionStage<ActionResult> switchBalancer(String pool, String balancer, String author);

    /** No attempts for matching queues until released, also for mail that arrives later in them. */
    CompletionStage<ActionResult> hold(QueueFilter filter, String reason, String author);

    CompletionStage<ActionResult> release(QueueFilter filter, String author);

    /** Carries what is queued now through another pool. */
    CompletionStage<ActionResult> reroute(QueueFilter filter, String pool, String author);

    /** Makes what waits for a later attempt due now. */
    CompletionStage<ActionResult> expedite(QueueFilter filter, String author);

    /** Ends what is queued now as Cancelled. */
    CompletionStage<ActionResult> delete(QueueFilter filter, String reason, String author);

    /** Slots of plug-in services, with state, leases and failures. */
    List<SlotStatus> slots();

    /** Gives the services of a plug-in bundle no new calls; ends at once, {@link #slots()} tells when no call is under way any more. */
    ActionResult drainSlots(String bundle, String author);

    /** Gives the services of a plug-in bundle calls again, after a drain or after too many failures. */
    ActionResult openSlots(String bundle, String author);

    /** Whether all mail that was kept is taken up again; until then it is missing in every number here, and no mail is taken. */
    boolean recovered();

    Health health();

    /**
     * Numbers of the engine and of every {@link MetricSource}, by documented name, each with its labels: {@code
     * postyard_accepted_total{class="bulk"}}.
     */
    Map<String, Double> metrics();

    /** What a dry run of a pool's balancer would do with so many attempts of one message each: attempts per source. Sends nothing. */
    CompletionStage<Map<String, Long>> dryRun(String pool, String balancer, int attempts);
}
