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
import org.postyard.protocol.QueueView;
import org.postyard.protocol.QueuedMessageView;

/** ScheduledQueues. Each change can be asked for as a preview, which changes nothing. */
public record QueueCalls(ApiClient client) {
    /** Queues in scope, the deepest first; at most 10,000. */
    public CompletionStage<Outcome<List<QueueView>>> queues(QueueScope scope, int limit) {
        ApiPath path = scope.on(ApiPath.of("queues")).with("limit", limit);
        return client.send(ApiRequest.get(path, new TypeReference<List<QueueView>>() {}));
    }

    /** Messages of the queues in scope, in the order in which they will be tried; at most 10,000. */
    public CompletionStage<Outcome<List<QueuedMessageView>>> messages(QueueScope scope, int limit) {
        ApiPath path = scope.on(ApiPath.of("queues", "messages")).with("limit", limit);
        return client.send(ApiRequest.get(path, new TypeReference<List<QueuedMessageView>>() {}));
    }

    public CompletionStage<Outcome<ActionView>> hold(QueueScope scope, String reason, boolean preview) {
        return act("hold", scope, Optional.of(reason), Optional.empty(), preview);
    }

    public CompletionStage<Outcome<ActionView>> release(QueueScope scope, boolean preview) {
        return act("release", scope, Optional.empty(), Optional.empty(), preview);
    }

    public CompletionStage<Outcome<ActionView>> reroute(QueueScope scope, String toPool, boolean preview) {
        return act("reroute", scope, Optional.empty(), Optional.of(toPool), preview);
    }

    public CompletionStage<Outcome<ActionView>> expedite(QueueScope scope, boolean preview) {
        return act("expedite", scope, Optional.empty(), Optional.empty(), preview);
    }

    public CompletionStage<Outcome<ActionView>> delete(QueueScope scope, String reason, boolean preview) {
        return act("delete", scope, Optional.of(reason), Optional.empty(), preview);
    }

    private CompletionStage<Outcome<ActionView>> act(
            String verb, QueueScope scope, Optional<String> reason, Optional<String> toPool, boolean preview) {
        ApiPath path = ApiPath.of("queues", verb).with("preview", preview);
        return client.send(ApiRequest.post(path, ActionView.class).sending(scope.action(reason, toPool)));
    }
}
