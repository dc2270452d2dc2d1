package org.postyard.console.model.call;

import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.CallerView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LedgerView;

/** The node itself and its caller. */
public record NodeCalls(ApiClient client) {
    /** Who one is to the runtime, and what one may do. */
    public CompletionStage<Outcome<CallerView>> me() {
        return client.send(ApiRequest.get(ApiPath.of("me"), CallerView.class));
    }

    public CompletionStage<Outcome<HealthView>> health() {
        return client.send(ApiRequest.get(ApiPath.of("health"), HealthView.class));
    }

    public CompletionStage<Outcome<LedgerView>> ledger() {
        return client.send(ApiRequest.get(ApiPath.of("ledger"), LedgerView.class));
    }

    /** All numbers in the text format of Prometheus. */
    public CompletionStage<Outcome<String>> metrics() {
        return client.send(ApiRequest.text(ApiPath.of("metrics"), "text/plain"));
    }

    /** The API as an OpenAPI document, in JSON. */
    public CompletionStage<Outcome<String>> openApi() {
        return client.send(ApiRequest.text(ApiPath.of("openapi.json"), "application/json"));
    }
}
