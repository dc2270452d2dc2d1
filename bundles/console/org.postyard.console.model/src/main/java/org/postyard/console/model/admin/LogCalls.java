package org.postyard.console.model.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.LogPage;
import org.postyard.protocol.LoggerChange;
import org.postyard.protocol.LoggerView;

/** The log of the node. */
public record LogCalls(ApiClient client) {
    /** Which lines: the least grave level, part of the message, most lines. */
    public record Wanted(String level, String text, int limit) {}

    /** The newest lines that match. */
    public CompletionStage<Outcome<LogPage>> newest(Wanted wanted) {
        return client.send(ApiRequest.get(path(wanted), LogPage.class));
    }

    /** The lines that came after a sequence. */
    public CompletionStage<Outcome<LogPage>> after(long sequence, Wanted wanted) {
        return client.send(ApiRequest.get(path(wanted).with("after", sequence), LogPage.class));
    }

    private static ApiPath path(Wanted wanted) {
        return ApiPath.of("log")
                .with("level", wanted.level())
                .with("text", wanted.text())
                .with("limit", wanted.limit());
    }

    public CompletionStage<Outcome<List<LoggerView>>> loggers() {
        return client.send(ApiRequest.get(ApiPath.of("log", "loggers"), new TypeReference<List<LoggerView>>() {}));
    }

    /** Sets the level of a logger; {@code default} gives it that of its parent again. */
    public CompletionStage<Outcome<List<LoggerView>>> setLevel(String logger, String level) {
        ApiRequest<LoggerView> put = ApiRequest.put(ApiPath.of("log", "loggers"), LoggerView.class);
        ApiRequest<List<LoggerView>> request = new ApiRequest<>(
                put.method(),
                put.path(),
                Optional.empty(),
                put.accept(),
                (bytes, json) -> json.read(bytes, new TypeReference<List<LoggerView>>() {}),
                put.timeout());
        return client.send(request.sending(new LoggerChange(logger, level)));
    }
}
