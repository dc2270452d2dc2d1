package org.postyard.control.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.event.JournalUnavailableException;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.protocol.FieldProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into a problem document; what nobody expected is logged under its correlation id. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    /** What the parser adds about itself. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker.*", Pattern.DOTALL);

    @Override
    public Response toResponse(Throwable failure) {
        ProblemException problem = problemOf(failure);
        Response.ResponseBuilder response = Response.status(problem.problem().status())
                .type(ProblemWriter.MEDIA_TYPE)
                .entity(problem.problem());
        for (Map.Entry<String, String> header : problem.headers()) response.header(header.getKey(), header.getValue());
        return response.build();
    }

    /** The problem behind a failure. */
    public static ProblemException problemOf(Throwable failure) {
        if (failure instanceof ProblemException problem) return problem;
        if (failure instanceof WebApplicationException refused) return ofLibrary(refused);
        if (failure instanceof JsonProcessingException malformed) return ofJson(malformed);
        if (failure instanceof JournalUnavailableException)
            return Problems.unavailable("The journal does not answer now.", Duration.ofSeconds(5));
        if (failure instanceof StoreUnavailableException)
            return Problems.unavailable("The database does not answer now.", Duration.ofSeconds(5));
        Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        if (wrapper && cause != null) return problemOf(cause);
        String correlationId = UUID.randomUUID().toString();
        LOG.error("A request failed: correlation={}", correlationId, failure);
        return Problems.internal(correlationId);
    }

    private static ProblemException ofLibrary(WebApplicationException refused) {
        if (refused.getCause() instanceof ProblemException problem) return problem;
        if (refused.getCause() instanceof JsonProcessingException malformed) return ofJson(malformed);
        if (refused instanceof ParamException.QueryParamException parameter) return ofParameter(parameter);
        Response response = refused.getResponse();
        int status = response.getStatus();
        ProblemException problem =
                Problems.ofStatus(status, response.getStatusInfo().getReasonPhrase(), detailOf(status));
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? problem : problem.with(HttpHeaders.ALLOW, allow);
    }

    private static ProblemException ofParameter(ParamException parameter) {
        String name = parameter.getParameterName();
        Throwable cause = parameter.getCause();
        String reason = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return Problems.invalid(name, name + " " + (reason == null ? "cannot be read" : reason) + ".");
    }

    private static String detailOf(int status) {
        return switch (status) {
            case 404 -> "There is no such route; /api/v1/openapi.json lists them all.";
            case 405 -> "This route exists, but not with this method; the Allow header names those that it has.";
            case 406 -> "None of the media types in Accept can be given.";
            case 415 -> "This route does not read that Content-Type.";
            default -> "The request was refused.";
        };
    }

    private static ProblemException ofJson(JsonProcessingException malformed) {
        return Problems.malformed(new FieldProblem(
                malformed instanceof JsonMappingException mapping ? pointerOf(mapping.getPath()) : "",
                lineOf(malformed.getLocation()),
                reasonOf(malformed)));
    }

    /** In words of the API: what the library says names classes. */
    private static String reasonOf(JsonProcessingException malformed) {
        if (malformed instanceof UnrecognizedPropertyException unknown)
            return "'" + unknown.getPropertyName() + "' is not known here.";
        if (malformed instanceof ValueInstantiationException)
            return "Something that is needed is missing here, or there is a null in a list or map.";
        if (malformed instanceof JsonMappingException) return "This is not of the type that belongs here.";
        return "This is no JSON: "
                + START_MARKER.matcher(malformed.getOriginalMessage()).replaceAll("");
    }

    private static int lineOf(@Nullable JsonLocation location) {
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }

    private static String pointerOf(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
