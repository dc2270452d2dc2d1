package org.postyard.control.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postyard.protocol.Problem;

/** Ends a request with a problem document; made by {@link Problems}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<Map.Entry<String, String>> headers;

    ProblemException(Problem problem) {
        this(problem, List.of());
    }

    private ProblemException(Problem problem, List<Map.Entry<String, String>> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    /** Headers that belong to the problem, in order; a name may occur more than once. */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** Also ends the connection: the body of the request was not read, so nothing else can come over it. */
    public ProblemException closing() {
        return with("Connection", "close");
    }

    ProblemException with(String header, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(header, value));
        return new ProblemException(problem, List.copyOf(more));
    }

    ProblemException retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }
}
