package org.postyard.control.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postyard.protocol.FieldProblem;
import org.postyard.protocol.Problem;

/** The kinds of problem that the API knows, one method for each. */
public final class Problems {
    private static final String TYPE = "urn:postyard:problem:";

    private Problems() {}

    public static ProblemException malformed(String pointer, String reason) {
        return malformed(new FieldProblem(pointer, 0, reason));
    }

    public static ProblemException malformed(FieldProblem error) {
        return of("malformed", "The request cannot be read", 400, error.reason(), List.of(error));
    }

    public static ProblemException unauthenticated(String detail) {
        return of("unauthenticated", "Who are you?", 401, detail)
                .with("WWW-Authenticate", "Basic realm=\"Postyard\", charset=\"UTF-8\"")
                .with("WWW-Authenticate", "Bearer realm=\"Postyard\"");
    }

    public static ProblemException forbidden(String detail) {
        return of("forbidden", "Not allowed", 403, detail);
    }

    public static ProblemException notFound(String detail) {
        return of("not-found", "There is no such thing", 404, detail);
    }

    public static ProblemException conflict(String detail) {
        return of("conflict", "Not possible in this state", 409, detail);
    }

    /** @param allow the methods that the route has, as the header names them */
    public static ProblemException methodNotAllowed(String detail, String allow) {
        return ofStatus(405, "Method Not Allowed", detail).with("Allow", allow);
    }

    /** The rest of the body is not read, so the connection is of no more use; the client is told. */
    public static ProblemException tooLarge(long limitBytes) {
        return of("too-large", "The body is too large", 413, "At most " + limitBytes + " bytes are accepted here.");
    }

    public static ProblemException invalid(String detail, List<FieldProblem> errors) {
        return of("invalid", "The request contradicts the rules", 422, detail, errors);
    }

    public static ProblemException invalid(String pointer, String reason) {
        return invalid(reason, List.of(new FieldProblem(pointer, 0, reason)));
    }

    public static ProblemException tooMany(String detail, Duration retryAfter) {
        return of("too-many-requests", "Too many requests", 429, detail).retryAfter(retryAfter);
    }

    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return of("unavailable", "Not available now", 503, detail).retryAfter(retryAfter);
    }

    /** For an error of our own; the correlation id is in the log, beside the cause. */
    public static ProblemException internal(String correlationId) {
        Problem problem = new Problem(
                TYPE + "internal",
                "An error of this node",
                500,
                "The request failed here. The log of the node has the cause under " + correlationId + ".",
                Optional.of(correlationId),
                List.of());
        return new ProblemException(problem);
    }

    /** For statuses that the libraries below decide on, such as 404, 405, 406 and 415. */
    public static ProblemException ofStatus(int status, String title, String detail) {
        return of("http-" + status, title, status, detail);
    }

    private static ProblemException of(String kind, String title, int status, String detail) {
        return of(kind, title, status, detail, List.of());
    }

    private static ProblemException of(
            String kind, String title, int status, String detail, List<FieldProblem> errors) {
        return new ProblemException(new Problem(TYPE + kind, title, status, detail, Optional.empty(), errors));
    }
}
