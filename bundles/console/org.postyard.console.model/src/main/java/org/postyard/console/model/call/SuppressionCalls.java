package org.postyard.console.model.call;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.SuppressionMatch;
import org.postyard.protocol.SuppressionPage;
import org.postyard.protocol.SuppressionRequest;
import org.postyard.protocol.SuppressionView;

/** To whom nothing is sent. */
public record SuppressionCalls(ApiClient client) {
    /** Entries in order of address, from the first after the given address; at most 10,000. */
    public CompletionStage<Outcome<SuppressionPage>> page(String after, int limit) {
        ApiPath path = ApiPath.of("suppressions").with("after", after).with("limit", limit);
        return client.send(ApiRequest.get(path, SuppressionPage.class));
    }

    /** Whether an address may be sent to for a tenant. */
    public CompletionStage<Outcome<SuppressionMatch>> match(String address, Optional<String> tenant) {
        ApiPath path =
                ApiPath.of("suppressions", "match").with("address", address).with("tenant", tenant);
        return client.send(ApiRequest.get(path, SuppressionMatch.class));
    }

    public CompletionStage<Outcome<SuppressionView>> add(SuppressionRequest entry) {
        return client.send(ApiRequest.post(ApiPath.of("suppressions"), SuppressionView.class)
                .sending(entry));
    }

    /** Removes all entries of an address in one scope: a tenant's, or everybody's if none is given. */
    public CompletionStage<Outcome<ActionView>> remove(String address, Optional<String> tenant) {
        ApiPath path = ApiPath.of("suppressions", address).with("tenant", tenant);
        return client.send(ApiRequest.delete(path, ActionView.class));
    }
}
