package org.postyard.console.model.call;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.KeyCreated;
import org.postyard.protocol.KeyRequest;
import org.postyard.protocol.KeyView;

/** API keys. */
public record KeyCalls(ApiClient client) {
    public CompletionStage<Outcome<List<KeyView>>> keys() {
        return client.send(ApiRequest.get(ApiPath.of("keys"), new TypeReference<List<KeyView>>() {}));
    }

    /** Makes a key; its token is in this answer and nowhere else. */
    public CompletionStage<Outcome<KeyCreated>> create(KeyRequest request) {
        return client.send(ApiRequest.post(ApiPath.of("keys"), KeyCreated.class).sending(request));
    }

    public CompletionStage<Outcome<ActionView>> remove(String id) {
        return client.send(ApiRequest.delete(ApiPath.of("keys", id), ActionView.class));
    }
}
