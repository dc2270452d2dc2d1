package org.postyard.shell.queue;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.QueueFilter;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.PoolNames;
import org.postyard.shell.completion.QueueNames;

/** A command for the queues that its caller names or describes. */
abstract class QueueChoice extends YardCommand {
    @Option(name = "--tenant", description = "Only queues of this tenant")
    private @Nullable String tenant;

    @Option(name = "--campaign", description = "Only queues of this campaign")
    private @Nullable String campaign;

    @Option(name = "--domain", description = "Only queues to this recipient domain")
    private @Nullable String domain;

    @Option(name = "--pool", description = "Only queues that this pool carries")
    @Completion(PoolNames.class)
    private @Nullable String pool;

    @Argument(
            index = 0,
            name = "queue",
            description = "Name of one queue, tenant/campaign/domain as postyard:queues shows it")
    @Completion(QueueNames.class)
    private @Nullable String queue;

    QueueChoice(Operation operation) {
        super(operation);
    }

    /** What was asked for; everything if nothing was. */
    final QueueFilter filter() throws CommandException {
        if (queue == null)
            return new QueueFilter(
                    Optional.ofNullable(tenant),
                    Optional.ofNullable(campaign),
                    Optional.ofNullable(domain),
                    Optional.ofNullable(pool));
        if (tenant != null || campaign != null || domain != null)
            throw new CommandException("Give the name of a queue, or --tenant, --campaign and --domain, but not both");
        // Only the name of a campaign may have a slash of its own.
        int tenantEnd = queue.indexOf('/');
        int campaignEnd = queue.lastIndexOf('/');
        if (tenantEnd == campaignEnd)
            throw new CommandException(
                    "'" + queue + "' is not a queue; names are tenant/campaign/domain, such as default//example.com");
        return new QueueFilter(
                Optional.of(queue.substring(0, tenantEnd)),
                Optional.of(queue.substring(tenantEnd + 1, campaignEnd)),
                Optional.of(queue.substring(campaignEnd + 1)),
                Optional.ofNullable(pool));
    }
}
