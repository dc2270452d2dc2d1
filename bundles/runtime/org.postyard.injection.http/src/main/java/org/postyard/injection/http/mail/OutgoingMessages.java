package org.postyard.injection.http.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postyard.injection.http.answer.Refusal;

/** Reads descriptions of messages from JSON. Thread-safe. */
public final class OutgoingMessages {
    private static final int MOST_DEPTH = 20;
    /** What the parser adds about itself. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker.*", Pattern.DOTALL);

    private final ObjectMapper mapper;

    /** @param longestTextBytes of one JSON string, such as an attachment */
    public OutgoingMessages(int longestTextBytes) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(longestTextBytes)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .build();
    }

    /** @throws Refusal 400 if it is no JSON, 422 with a pointer if it is no description of a message */
    public OutgoingMessage one(byte[] json) {
        return message(tree(json));
    }

    /** The elements of an array, unread, so that one that is wrong does not spoil the others. */
    public List<JsonNode> many(byte[] json) {
        JsonNode tree = tree(json);
        if (!tree.isArray()) throw Refusal.malformed("", "A batch is a JSON array of messages.");
        List<JsonNode> elements = new ArrayList<>(tree.size());
        tree.forEach(elements::add);
        return elements;
    }

    /** @throws Refusal 422 with a pointer */
    public OutgoingMessage message(JsonNode tree) {
        if (!tree.isObject()) throw Refusal.malformed("", "A message is a JSON object.");
        try {
            return mapper.treeToValue(tree, OutgoingMessage.class);
        } catch (JsonMappingException e) {
            String pointer = pointerOf(e.getPath());
            throw Refusal.invalid(pointer, pointer + " is unknown here, or not of the right type.");
        } catch (JsonProcessingException e) {
            throw Refusal.malformed("", e.getOriginalMessage());
        }
    }

    private JsonNode tree(byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw Refusal.malformed(
                    "",
                    "Line " + e.getLocation().getLineNr() + " is no JSON: "
                            + START_MARKER.matcher(e.getOriginalMessage()).replaceAll(""));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    private static String pointerOf(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
