package org.postyard.injection.smtp.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a listener has counted since it was activated. Thread-safe. */
public final class Counters {
    public final LongAdder connections = new LongAdder();
    public final LongAdder connectionsRefused = new LongAdder();
    public final LongAdder commands = new LongAdder();
    public final LongAdder commandsRefused = new LongAdder();
    public final LongAdder messagesAccepted = new LongAdder();
    public final LongAdder messagesRefused = new LongAdder();
    public final LongAdder contentBytes = new LongAdder();
    public final LongAdder loginsPassed = new LongAdder();
    public final LongAdder loginsFailed = new LongAdder();
    public final LongAdder tlsHandshakes = new LongAdder();

    /** All counts by metric name. */
    public Map<String, Double> measurements() {
        Map<String, Double> all = new LinkedHashMap<>();
        put(all, "postyard_smtp_connections_total{result=\"accepted\"}", connections);
        put(all, "postyard_smtp_connections_total{result=\"refused\"}", connectionsRefused);
        put(all, "postyard_smtp_commands_total", commands);
        put(all, "postyard_smtp_commands_refused_total", commandsRefused);
        put(all, "postyard_smtp_messages_total{result=\"accepted\"}", messagesAccepted);
        put(all, "postyard_smtp_messages_total{result=\"refused\"}", messagesRefused);
        put(all, "postyard_smtp_content_bytes_total", contentBytes);
        put(all, "postyard_smtp_logins_total{result=\"passed\"}", loginsPassed);
        put(all, "postyard_smtp_logins_total{result=\"failed\"}", loginsFailed);
        put(all, "postyard_smtp_tls_handshakes_total", tlsHandshakes);
        return all;
    }

    private static void put(Map<String, Double> all, String name, LongAdder count) {
        all.put(name, (double) count.sum());
    }
}
