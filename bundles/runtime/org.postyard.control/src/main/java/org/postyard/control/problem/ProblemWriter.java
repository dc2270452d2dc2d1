package org.postyard.control.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.postyard.control.json.Json;

/** Sends a problem document as the answer of a plain servlet. Thread-safe. */
public final class ProblemWriter {
    public static final String MEDIA_TYPE = "application/problem+json";

    private final Json json;

    public ProblemWriter(Json json) {
        this.json = json;
    }

    public void send(HttpServletResponse response, ProblemException problem) throws IOException {
        if (response.isCommitted()) return;
        response.reset();
        response.setStatus(problem.problem().status());
        response.setContentType(MEDIA_TYPE);
        for (Map.Entry<String, String> header : problem.headers())
            response.addHeader(header.getKey(), header.getValue());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        byte[] body = json.write(problem.problem());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
