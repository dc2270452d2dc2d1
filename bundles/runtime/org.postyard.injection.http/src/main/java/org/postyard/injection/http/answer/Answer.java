package org.postyard.injection.http.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One HTTP answer, complete.
 *
 * @param body JSON
 * @param retryAfter zero if repeating the request makes no sense
 */
public record Answer(int status, String body, Duration retryAfter) {
    /** Whether the same request may have another answer later, so that this one is not to be remembered. */
    public boolean passing() {
        return status == 429 || status >= 500;
    }

    public void send(HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(status < 300 ? "application/json" : "application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!retryAfter.isZero()) response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        // The rest of the body is not read, so the connection is of no more use.
        if (status == 413) response.setHeader("Connection", "close");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
