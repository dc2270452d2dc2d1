package org.postyard.console.model.call;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.PluginChange;
import org.postyard.protocol.PluginView;

/** Plug-ins and their replacement. */
public record PluginCalls(ApiClient client) {
    private static final String JAR = "application/java-archive";
    /** An upload drains leases and starts a bundle, which may take its time. */
    private static final Duration CHANGE_LIMIT = Duration.ofMinutes(3);

    public CompletionStage<Outcome<List<PluginView>>> plugins() {
        return client.send(ApiRequest.get(ApiPath.of("plugins"), new TypeReference<List<PluginView>>() {}));
    }

    /** Other bundles that would restart with this one. */
    public CompletionStage<Outcome<List<String>>> refreshSet(long id) {
        return client.send(
                ApiRequest.get(ApiPath.of("plugins", text(id), "refresh-set"), new TypeReference<List<String>>() {}));
    }

    /** Installs an uploaded bundle and starts it. */
    public CompletionStage<Outcome<PluginChange>> install(byte[] jar) {
        return client.send(ApiRequest.post(ApiPath.of("plugins"), PluginChange.class)
                .sending(JAR, jar)
                .within(CHANGE_LIMIT));
    }

    /** Puts an uploaded bundle in the place of a plug-in. */
    public CompletionStage<Outcome<PluginChange>> update(long id, byte[] jar) {
        return client.send(ApiRequest.put(ApiPath.of("plugins", text(id)), PluginChange.class)
                .sending(JAR, jar)
                .within(CHANGE_LIMIT));
    }

    public CompletionStage<Outcome<PluginChange>> start(long id) {
        return client.send(ApiRequest.post(ApiPath.of("plugins", text(id), "start"), PluginChange.class)
                .within(CHANGE_LIMIT));
    }

    public CompletionStage<Outcome<PluginChange>> stop(long id, boolean preview) {
        ApiPath path = ApiPath.of("plugins", text(id), "stop").with("preview", preview);
        return client.send(ApiRequest.post(path, PluginChange.class).within(CHANGE_LIMIT));
    }

    /** Removes a plug-in that was uploaded. */
    public CompletionStage<Outcome<PluginChange>> remove(long id) {
        return client.send(ApiRequest.delete(ApiPath.of("plugins", text(id)), PluginChange.class)
                .within(CHANGE_LIMIT));
    }

    private static String text(long id) {
        return Long.toString(id);
    }
}
