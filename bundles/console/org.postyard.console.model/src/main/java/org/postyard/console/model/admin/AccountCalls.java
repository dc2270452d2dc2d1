package org.postyard.console.model.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.AccountChange;
import org.postyard.protocol.AccountRequest;
import org.postyard.protocol.AccountView;
import org.postyard.protocol.ActionView;

/** Accounts of the node. */
public record AccountCalls(ApiClient client) {
    public CompletionStage<Outcome<List<AccountView>>> accounts() {
        return client.send(ApiRequest.get(ApiPath.of("accounts"), new TypeReference<List<AccountView>>() {}));
    }

    public CompletionStage<Outcome<AccountView>> create(AccountRequest request) {
        return client.send(
                ApiRequest.post(ApiPath.of("accounts"), AccountView.class).sending(request));
    }

    public CompletionStage<Outcome<AccountView>> change(String name, AccountChange change) {
        return client.send(
                ApiRequest.put(ApiPath.of("accounts", name), AccountView.class).sending(change));
    }

    public CompletionStage<Outcome<ActionView>> remove(String name) {
        return client.send(ApiRequest.delete(ApiPath.of("accounts", name), ActionView.class));
    }
}
