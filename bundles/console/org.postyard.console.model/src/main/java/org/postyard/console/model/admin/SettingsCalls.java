package org.postyard.console.model.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.SettingsChange;
import org.postyard.protocol.SettingsCheck;
import org.postyard.protocol.SettingsView;

/** Settings of plug-ins and parts of the node. */
public record SettingsCalls(ApiClient client) {
    public CompletionStage<Outcome<List<SettingsView>>> settings() {
        return client.send(ApiRequest.get(ApiPath.of("settings"), new TypeReference<List<SettingsView>>() {}));
    }

    /** Whether new values would be accepted; changes nothing. */
    public CompletionStage<Outcome<SettingsCheck>> check(String pid, SettingsChange change) {
        return client.send(ApiRequest.post(ApiPath.of("settings", pid, "check"), SettingsCheck.class)
                .sending(change));
    }

    public CompletionStage<Outcome<SettingsView>> change(String pid, SettingsChange change) {
        return client.send(
                ApiRequest.put(ApiPath.of("settings", pid), SettingsView.class).sending(change));
    }

    /** Sets all defaults again. */
    public CompletionStage<Outcome<SettingsView>> reset(String pid) {
        return client.send(ApiRequest.delete(ApiPath.of("settings", pid), SettingsView.class));
    }
}
