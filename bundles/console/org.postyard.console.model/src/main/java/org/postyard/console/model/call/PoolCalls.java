package org.postyard.console.model.call;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.BalancerChoice;
import org.postyard.protocol.DryRunRequest;
import org.postyard.protocol.DryRunView;
import org.postyard.protocol.PoolView;

/** IpPools and their balancers. */
public record PoolCalls(ApiClient client) {
    public CompletionStage<Outcome<List<PoolView>>> pools() {
        return client.send(ApiRequest.get(ApiPath.of("pools"), new TypeReference<List<PoolView>>() {}));
    }

    /** Switches the balancer of a pool until the next fleet version says otherwise. */
    public CompletionStage<Outcome<ActionView>> switchBalancer(String pool, String balancer) {
        return client.send(ApiRequest.post(ApiPath.of("pools", pool, "balancer"), ActionView.class)
                .sending(new BalancerChoice(balancer)));
    }

    /** What a balancer would do with so many attempts; sends nothing. */
    public CompletionStage<Outcome<DryRunView>> dryRun(String pool, Optional<String> balancer, int attempts) {
        return client.send(ApiRequest.post(ApiPath.of("pools", pool, "dry-run"), DryRunView.class)
                .sending(new DryRunRequest(balancer, attempts)));
    }
}
