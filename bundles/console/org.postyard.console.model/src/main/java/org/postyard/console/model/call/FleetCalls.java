package org.postyard.console.model.call;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.FleetApplied;
import org.postyard.protocol.FleetCheck;
import org.postyard.protocol.FleetDiff;
import org.postyard.protocol.FleetVersionView;

/** The fleet document. */
public record FleetCalls(ApiClient client) {
    private static final String YAML = "application/yaml";

    /** The document in force. */
    public CompletionStage<Outcome<String>> export() {
        return client.send(ApiRequest.text(ApiPath.of("fleet"), YAML));
    }

    /** The JSON schema of the document. */
    public CompletionStage<Outcome<String>> schema() {
        return client.send(ApiRequest.text(ApiPath.of("fleet", "schema"), "application/json"));
    }

    /** Whether the document could be applied; changes nothing. */
    public CompletionStage<Outcome<FleetCheck>> check(String yaml) {
        return client.send(document(ApiRequest.post(ApiPath.of("fleet", "check"), FleetCheck.class), yaml));
    }

    /** What would change if the document were applied; changes nothing. */
    public CompletionStage<Outcome<FleetDiff>> diff(String yaml) {
        return client.send(document(ApiRequest.post(ApiPath.of("fleet", "diff"), FleetDiff.class), yaml));
    }

    public CompletionStage<Outcome<FleetApplied>> apply(String yaml, String comment) {
        ApiPath path = ApiPath.of("fleet").with("comment", comment);
        return client.send(document(ApiRequest.put(path, FleetApplied.class), yaml));
    }

    /** All kept versions, newest first, without their documents. */
    public CompletionStage<Outcome<List<FleetVersionView>>> versions() {
        return client.send(
                ApiRequest.get(ApiPath.of("fleet", "versions"), new TypeReference<List<FleetVersionView>>() {}));
    }

    /** One kept version with its document. */
    public CompletionStage<Outcome<FleetVersionView>> version(long number) {
        return client.send(
                ApiRequest.get(ApiPath.of("fleet", "versions", Long.toString(number)), FleetVersionView.class));
    }

    /** Applies an older version again, as a new version. */
    public CompletionStage<Outcome<FleetApplied>> rollBack(long number) {
        return client.send(ApiRequest.post(ApiPath.of("fleet", "rollback", Long.toString(number)), FleetApplied.class));
    }

    private static <T> ApiRequest<T> document(ApiRequest<T> request, String yaml) {
        return request.sending(YAML, yaml.getBytes(StandardCharsets.UTF_8));
    }
}
