package org.postyard.console.model.call;

import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.EventPage;
import org.postyard.protocol.MessagePage;
import org.postyard.protocol.MessageView;

/** Messages and their events. */
public record MessageCalls(ApiClient client) {
    /** Messages that match, newest first. */
    public CompletionStage<Outcome<MessagePage>> find(MessageSearch search) {
        return client.send(ApiRequest.get(search.on(ApiPath.of("messages")), MessagePage.class));
    }

    /** One message with every attempt and the peer's reply. */
    public CompletionStage<Outcome<MessageView>> message(String id) {
        return client.send(ApiRequest.get(ApiPath.of("messages", id), MessageView.class));
    }

    public CompletionStage<Outcome<EventPage>> events(EventSearch search) {
        return client.send(ApiRequest.get(search.on(ApiPath.of("events")), EventPage.class));
    }
}
