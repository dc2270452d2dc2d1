package org.postyard.control.route;

import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.control.access.Allowed;
import org.postyard.control.host.Host;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.LedgerView;

/** The account of all mail. */
@Path("/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
public final class LedgerRoutes {
    private final Host host;

    public LedgerRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "The account of all mail, per message class, and whether it balances")
    public LedgerView ledger() {
        return YardViews.of(host.yard().ledger());
    }
}
