package org.postyard.console.ui.fleet;

import java.util.Optional;
import org.postyard.console.model.view.FleetRow;
import org.postyard.protocol.LimitScope;

/** The limits that the Fleet view shows and changes, by the names that the fleet document has for them. */
enum Limit {
    RATE("messagesPerSecond", "messagesPerSecond"),
    CONNECTIONS("maxConnections", "connections");

    private final String ofServer;
    private final String ofSource;

    Limit(String ofServer, String ofSource) {
        this.ofServer = ofServer;
        this.ofSource = ofSource;
    }

    /** What it is called for this row; empty for a site, which has none. */
    Optional<String> name(FleetRow row) {
        return switch (row.kind()) {
            case SITE -> Optional.empty();
            case SERVER -> Optional.of(ofServer);
            case SOURCE -> Optional.of(ofSource);
        };
    }

    /** What a limit of this row, and of nothing else, is for. */
    static LimitScope scope(FleetRow row) {
        return switch (row.kind()) {
            case SITE -> LimitScope.EVERYTHING;
            case SERVER -> LimitScope.ofServer(row.id());
            case SOURCE -> LimitScope.ofSource(row.id());
        };
    }
}
