package org.postyard.console.model.call;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/** SendingServers and their sources. */
public record ServerCalls(ApiClient client) {
    public CompletionStage<Outcome<List<ServerView>>> servers() {
        return client.send(ApiRequest.get(ApiPath.of("servers"), new TypeReference<List<ServerView>>() {}));
    }

    public CompletionStage<Outcome<ServerView>> server(String id) {
        return client.send(ApiRequest.get(ApiPath.of("servers", id), ServerView.class));
    }

    public CompletionStage<Outcome<List<SourceView>>> sources() {
        return client.send(ApiRequest.get(ApiPath.of("sources"), new TypeReference<List<SourceView>>() {}));
    }

    /** Stops new work for a server; what is in flight ends normally. */
    public CompletionStage<Outcome<ActionView>> drain(String id) {
        return steer(id, "drain");
    }

    /** Drains a server and keeps it out until it is resumed. */
    public CompletionStage<Outcome<ActionView>> maintenance(String id) {
        return steer(id, "maintenance");
    }

    /** Gives a server work again. */
    public CompletionStage<Outcome<ActionView>> resume(String id) {
        return steer(id, "resume");
    }

    private CompletionStage<Outcome<ActionView>> steer(String id, String verb) {
        return client.send(ApiRequest.post(ApiPath.of("servers", id, verb), ActionView.class));
    }
}
