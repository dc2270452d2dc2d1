package org.postyard.console.model.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.FeatureView;
import org.postyard.protocol.JobView;
import org.postyard.protocol.PluginPreview;
import org.postyard.protocol.UploadView;

/** Plug-in files that are sent first and installed when somebody says so, actions as jobs, and features. */
public record PluginFileCalls(ApiClient client) {
    private static final String JAR = "application/java-archive";
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(3);

    /** Sends a file; the answer tells what installing it would do. */
    public CompletionStage<Outcome<UploadView>> upload(String name, byte[] file) {
        return client.send(ApiRequest.post(ApiPath.of("plugins", "uploads").with("name", name), UploadView.class)
                .sending(JAR, file)
                .within(UPLOAD_LIMIT));
    }

    /** Begins to install a file that was sent. */
    public CompletionStage<Outcome<JobView>> install(String upload) {
        return client.send(ApiRequest.post(ApiPath.of("plugins", "uploads", upload, "install"), JobView.class));
    }

    public CompletionStage<Outcome<ActionView>> discard(String upload) {
        return client.send(ApiRequest.delete(ApiPath.of("plugins", "uploads", upload), ActionView.class));
    }

    /** What start, stop, drain, open, rollback or remove would do. */
    public CompletionStage<Outcome<PluginPreview>> preview(long plugin, String action) {
        return client.send(
                ApiRequest.get(ApiPath.of("plugins", Long.toString(plugin), "preview", action), PluginPreview.class));
    }

    public CompletionStage<Outcome<JobView>> begin(long plugin, String action) {
        return client.send(
                ApiRequest.post(ApiPath.of("plugins", Long.toString(plugin), "jobs", action), JobView.class));
    }

    public CompletionStage<Outcome<List<FeatureView>>> features() {
        return client.send(ApiRequest.get(ApiPath.of("features"), new TypeReference<List<FeatureView>>() {}));
    }

    public CompletionStage<Outcome<JobView>> installFeature(String name) {
        return client.send(ApiRequest.post(ApiPath.of("features", name, "install"), JobView.class));
    }

    public CompletionStage<Outcome<JobView>> removeFeature(String name) {
        return client.send(ApiRequest.delete(ApiPath.of("features", name), JobView.class));
    }

    public CompletionStage<Outcome<JobView>> job(String id) {
        return client.send(ApiRequest.get(ApiPath.of("jobs", id), JobView.class));
    }

    /** Asks a job to stop and to put everything back. */
    public CompletionStage<Outcome<JobView>> cancel(String id) {
        return client.send(ApiRequest.delete(ApiPath.of("jobs", id), JobView.class));
    }
}
