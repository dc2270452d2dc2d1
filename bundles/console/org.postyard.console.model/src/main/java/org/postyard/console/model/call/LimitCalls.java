package org.postyard.console.model.call;

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

/** Limits of the fleet document. */
public record LimitCalls(ApiClient client) {
    public CompletionStage<Outcome<List<LimitView>>> limits() {
        return client.send(ApiRequest.get(ApiPath.of("limits"), new TypeReference<List<LimitView>>() {}));
    }

    /** Sets one limit, or takes it away, as a new version of the fleet document. */
    public CompletionStage<Outcome<FleetApplied>> change(LimitChange change) {
        return client.send(
                ApiRequest.post(ApiPath.of("limits"), FleetApplied.class).sending(change));
    }
}
