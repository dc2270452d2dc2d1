package org.postyard.console.model.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Path and query of a request below {@code /api/v1}, encoded as it grows. Immutable. */
public record ApiPath(String text) {
    public static ApiPath of(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) path.append('/').append(encoded(segment));
        return new ApiPath(path.toString());
    }

    public ApiPath with(String name, Object value) {
        char join = text.indexOf('?') < 0 ? '?' : '&';
        return new ApiPath(text + join + encoded(name) + '=' + encoded(value.toString()));
    }

    public ApiPath with(String name, Optional<?> value) {
        return value.isPresent() ? with(name, (Object) value.get()) : this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
