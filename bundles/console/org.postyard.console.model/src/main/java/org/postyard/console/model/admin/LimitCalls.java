package org.postyard.console.model.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.FleetApplied;
import org.postyard.protocol.LimitChange;
import org.postyard.protocol.LimitView;

/** Limits of the fleet, changed in place. */
public record LimitCalls(ApiClient client) {
    /** All limits that the fleet document sets. */
    public CompletionStage<Outcome<List<LimitView>>> limits() {
        return client.send(ApiRequest.get(ApiPath.of("limits"), new TypeReference<List<LimitView>>() {}));
    }

    /** Sets one, or takes it away; rolling back to the version before undoes it. */
    public CompletionStage<Outcome<FleetApplied>> change(LimitChange change) {
        return client.send(
                ApiRequest.post(ApiPath.of("limits"), FleetApplied.class).sending(change));
    }
}
