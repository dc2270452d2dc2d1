package org.postyard.engine.yard;

import java.util.List;
import org.postyard.api.operation.Ledger;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.ServerStatus;
import org.postyard.api.operation.SourceStatus;

/** The yard at one moment. */
public record YardSnapshot(
        Ledger ledger, List<ServerStatus> servers, List<SourceStatus> sources, List<PoolStatus> pools) {
    public YardSnapshot {
        servers = List.copyOf(servers);
        sources = List.copyOf(sources);
        pools = List.copyOf(pools);
    }
}
