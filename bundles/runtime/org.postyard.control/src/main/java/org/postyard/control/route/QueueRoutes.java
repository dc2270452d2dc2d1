package org.postyard.control.route;

import static org.postyard.api.access.Operation.DELETE_MAIL;
import static org.postyard.api.access.Operation.READ_ADDRESSES;
import static org.postyard.api.access.Operation.STEER_QUEUES;
import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.QueueAction;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.QueuedMessageView;

/** ScheduledQueues: what waits, why, and what to do about it. Every action can be previewed. */
@Path("/queues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "queues")
public final class QueueRoutes {
    private static final int MOST_ROWS = 10_000;
    private final Host host;

    public QueueRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "Queues that match all given conditions, the deepest first")
    public List<QueueView> queues(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("domain") @Nullable String domain,
            @QueryParam("pool") @Nullable String pool,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        int rows = Required.between("limit", limit, 1, MOST_ROWS);
        return host.yard().queues(filter(tenant, campaign, domain, pool), rows).stream()
                .map(YardViews::of)
                .toList();
    }

    @GET
    @Path("/messages")
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "Messages of the queues that match, in the order in which they will be tried")
    public List<QueuedMessageView> queuedMessages(
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("domain") @Nullable String domain,
            @QueryParam("pool") @Nullable String pool,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        int rows = Required.between("limit", limit, 1, MOST_ROWS);
        return Awaited.of(host.yard().inspect(filter(tenant, campaign, domain, pool), rows)).stream()
                .map(YardViews::of)
                .toList();
    }

    @POST
    @Path("/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(STEER_QUEUES)
    @Operation(summary = "No attempts for matching queues until they are released, also for mail that arrives later")
    public ActionView holdQueues(
            QueueAction action,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Context SecurityContext security) {
        String author = Callers.nameOf(security);
        String reason = Required.body(action).reason().orElse("");
        return act(action, preview, "hold", (queue, all) -> queue.queued(), filter -> host.yard()
                .hold(filter, reason, author));
    }

    @POST
    @Path("/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(STEER_QUEUES)
    @Operation(summary = "Ends a hold")
    public ActionView releaseQueues(
            QueueAction action,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Context SecurityContext security) {
        String author = Callers.nameOf(security);
        return act(action, preview, "release", QueueStatus::releasable, filter -> host.yard()
                .release(filter, author));
    }

    @POST
    @Path("/reroute")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(STEER_QUEUES)
    @Operation(summary = "Carries what is queued now through another pool (toPool)")
    public ActionView rerouteQueues(
            QueueAction action,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Context SecurityContext security) {
        String author = Callers.nameOf(security);
        String pool = Required.text("/toPool", Required.body(action).toPool().orElse(""));
        return act(action, preview, "reroute", (queue, all) -> queue.reroutable(pool), filter -> host.yard()
                .reroute(filter, pool, author));
    }

    @POST
    @Path("/expedite")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(STEER_QUEUES)
    @Operation(summary = "Makes what waits for a later attempt due now")
    public ActionView expediteQueues(
            QueueAction action,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Context SecurityContext security) {
        String author = Callers.nameOf(security);
        return act(action, preview, "expedite", (queue, all) -> queue.waiting(), filter -> host.yard()
                .expedite(filter, author));
    }

    @POST
    @Path("/delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(DELETE_MAIL)
    @Operation(summary = "Ends what is queued now as cancelled")
    public ActionView deleteQueues(
            QueueAction action,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Context SecurityContext security) {
        String author = Callers.nameOf(security);
        String reason = Required.body(action).reason().orElse("");
        return act(action, preview, "delete", (queue, all) -> queue.movable(), filter -> host.yard()
                .delete(filter, reason, author));
    }

    private ActionView act(
            QueueAction action,
            boolean preview,
            String verb,
            ToLongBiFunction<QueueStatus, QueueFilter> touched,
            Function<QueueFilter, CompletionStage<ActionResult>> effect) {
        QueueAction wanted = Required.body(action);
        QueueFilter filter = new QueueFilter(wanted.tenant(), wanted.campaign(), wanted.domain(), wanted.pool());
        if (filter.equals(QueueFilter.ALL) && !wanted.everything())
            throw Problems.invalid("/everything", "Without any condition, everything must be true.");
        if (!preview) return Awaited.action(effect.apply(filter));
        long count = host.yard().queues(filter, Integer.MAX_VALUE).stream()
                .mapToLong(queue -> touched.applyAsLong(queue, filter))
                .sum();
        return new ActionView(false, count, wouldTouch(verb, count));
    }

    /** For people: {@code Release would touch 1 queued recipient.} */
    private static String wouldTouch(String verb, long count) {
        String recipients = count == 0 ? "nothing" : count == 1 ? "1 queued recipient" : count + " queued recipients";
        return Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + " would touch " + recipients + ".";
    }

    private static QueueFilter filter(
            @Nullable String tenant, @Nullable String campaign, @Nullable String domain, @Nullable String pool) {
        return new QueueFilter(
                Optional.ofNullable(tenant),
                Optional.ofNullable(campaign),
                Optional.ofNullable(domain),
                Optional.ofNullable(pool));
    }
}
