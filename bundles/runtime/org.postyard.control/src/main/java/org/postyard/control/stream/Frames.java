package org.postyard.control.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.control.json.Json;
import org.postyard.control.view.EventViews;
import org.postyard.protocol.EventView;
import org.postyard.protocol.StreamTopic;

/** Makes the bytes of server-sent events. Thread-safe. */
final class Frames {
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private final Json json;

    Frames(Json json) {
        this.json = json;
    }

    /** A delivery event; only these have an id, so that Last-Event-ID is always a sequence. */
    byte[] delivery(DeliveryEvent event, boolean masked) {
        EventView view = masked ? EventViews.masked(event) : EventViews.of(event);
        return frame("id: " + event.sequence() + "\nevent: " + StreamTopic.DELIVERY.wireName(), view);
    }

    byte[] snapshot(StreamTopic topic, Object view) {
        return frame("event: " + topic.wireName(), view);
    }

    byte[] changes(String event, Object view) {
        return frame("event: " + event, view);
    }

    byte[] hello(Object view) {
        return frame("event: hello", view);
    }

    byte[] heartbeat() {
        return ":\n\n".getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] frame(String head, Object view) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes("\ndata: ".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(json.write(view));
        bytes.writeBytes(END);
        return bytes.toByteArray();
    }
}
