package org.postyard.console.model.connection;

import java.util.concurrent.CompletionStage;

/** Sends requests to one runtime. Never blocks and never completes exceptionally; thread-safe. */
@FunctionalInterface
public interface ApiClient {
    <T> CompletionStage<Outcome<T>> send(ApiRequest<T> request);
}
