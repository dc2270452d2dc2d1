package org.postyard.injection.http.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.postyard.api.message.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answers for every outcome. Thread-safe. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private final ObjectMapper mapper = new ObjectMapper();

    public Answer accepted(MessageId id) {
        ObjectNode body = mapper.createObjectNode().put("id", id.text()).put("status", "accepted");
        return new Answer(202, body.toString(), Duration.ZERO);
    }

    public Answer refused(Refusal refusal) {
        return new Answer(refusal.status(), problem(refusal).toString(), refusal.retryAfter());
    }

    /** For an error of our own: logged here, under the id that the client gets. */
    public Answer failed(Throwable failure) {
        String correlationId = UUID.randomUUID().toString();
        LOG.error("HTTP injection failed: correlation={}", correlationId, failure);
        Refusal refusal = Refusal.of(
                500, "internal", "The request failed here. The log has the cause under " + correlationId + ".");
        ObjectNode body = problem(refusal).put("correlationId", correlationId);
        return new Answer(500, body.toString(), Duration.ZERO);
    }

    /** The answer to a batch: a result for each message. */
    public Answer batch(List<Answer> results) {
        ObjectNode body = mapper.createObjectNode();
        int accepted =
                (int) results.stream().filter(result -> result.status() == 202).count();
        body.put("accepted", accepted).put("refused", results.size() - accepted);
        var items = body.putArray("results");
        for (int index = 0; index < results.size(); index++) items.add(item(index, results.get(index)));
        return new Answer(200, body.toString(), Duration.ZERO);
    }

    private ObjectNode item(int index, Answer result) {
        ObjectNode item = mapper.createObjectNode().put("index", index).put("status", result.status());
        try {
            ObjectNode own = (ObjectNode) mapper.readTree(result.body());
            if (own.has("id")) item.set("id", own.get("id"));
            else item.set("problem", own);
            return item;
        } catch (IOException e) {
            throw new IllegalStateException("written here as JSON", e);
        }
    }

    private ObjectNode problem(Refusal refusal) {
        ObjectNode body = mapper.createObjectNode()
                .put("type", "urn:postyard:problem:" + refusal.kind())
                .put("title", titleOf(refusal.status()))
                .put("status", refusal.status())
                .put("detail", refusal.detail());
        var errors = body.putArray("errors");
        if (!refusal.pointer().isEmpty())
            errors.addObject().put("pointer", refusal.pointer()).put("line", 0).put("reason", refusal.detail());
        return body;
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 401 -> "Who are you?";
            case 403 -> "Not allowed";
            case 405 -> "Not with this method";
            case 409 -> "The same request is being carried out";
            case 413 -> "The message is too large";
            case 415 -> "Unknown content type";
            case 422 -> "The message contradicts the rules";
            case 429 -> "Too many requests";
            case 503 -> "Not available now";
            default -> "An error of this node";
        };
    }
}
