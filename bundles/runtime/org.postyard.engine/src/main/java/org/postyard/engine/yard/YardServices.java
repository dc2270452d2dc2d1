package org.postyard.engine.yard;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.message.MessageIds;
import org.postyard.api.operation.Directives;
import org.postyard.api.routing.Balancer;
import org.postyard.api.spool.Spool;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.engine.cap.CapMemory;
import org.postyard.engine.event.EventPipeline;
import org.postyard.engine.outcome.ReportWriter;
import org.postyard.engine.site.SiteResolver;
import org.postyard.engine.slot.Slots;

/**
 * Everything that the yard works with but does not own.
 *
 * @param caps what was used of them before
 * @param departureStages the stages in force, in their order; asked for each attempt
 * @param work executor for what takes time: reading the spool, preparing content, writing reports and directives
 */
public record YardServices(
        Clock clock,
        MessageIds messageIds,
        Spool spool,
        EventPipeline events,
        SiteResolver sites,
        SuppressionList suppressions,
        Directives directives,
        CapMemory caps,
        Slots<Connector> connectors,
        Slots<Balancer> balancers,
        Supplier<List<DepartureStage>> departureStages,
        ReportWriter reports,
        Executor work) {}
