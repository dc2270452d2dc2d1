package org.postyard.console.model.connection;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * One request of the control API and how to read its answer.
 *
 * @param timeout from sending to the last byte of the answer
 */
public record ApiRequest<T>(
        String method, ApiPath path, Optional<Body> body, String accept, Answer<T> answer, Duration timeout) {
    private static final Duration USUAL = Duration.ofSeconds(20);

    /** What is sent along. */
    public record Body(String contentType, byte[] bytes) {}

    /** Reads what came back. */
    @FunctionalInterface
    public interface Answer<T> {
        T read(byte[] bytes, WireJson json) throws IOException;
    }

    public static <T> ApiRequest<T> get(ApiPath path, Class<T> type) {
        return json("GET", path, (bytes, json) -> json.read(bytes, type));
    }

    public static <T> ApiRequest<T> get(ApiPath path, TypeReference<T> type) {
        return json("GET", path, (bytes, json) -> json.read(bytes, type));
    }

    public static <T> ApiRequest<T> post(ApiPath path, Class<T> type) {
        return json("POST", path, (bytes, json) -> json.read(bytes, type));
    }

    public static <T> ApiRequest<T> put(ApiPath path, Class<T> type) {
        return json("PUT", path, (bytes, json) -> json.read(bytes, type));
    }

    public static <T> ApiRequest<T> delete(ApiPath path, Class<T> type) {
        return json("DELETE", path, (bytes, json) -> json.read(bytes, type));
    }

    /** A request whose answer is plain text of that media type. */
    public static ApiRequest<String> text(ApiPath path, String accept) {
        return new ApiRequest<>(
                "GET",
                path,
                Optional.empty(),
                accept,
                (bytes, json) -> new String(bytes, StandardCharsets.UTF_8),
                USUAL);
    }

    public ApiRequest<T> sending(Object record) {
        return sending("application/json", new WireJson().write(record));
    }

    public ApiRequest<T> sending(String contentType, byte[] bytes) {
        return new ApiRequest<>(method, path, Optional.of(new Body(contentType, bytes)), accept, answer, timeout);
    }

    public ApiRequest<T> within(Duration limit) {
        return new ApiRequest<>(method, path, body, accept, answer, limit);
    }

    private static <T> ApiRequest<T> json(String method, ApiPath path, Answer<T> answer) {
        return new ApiRequest<>(method, path, Optional.empty(), "application/json", answer, USUAL);
    }
}
