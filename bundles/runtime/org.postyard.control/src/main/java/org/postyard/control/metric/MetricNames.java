package org.postyard.control.metric;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one table of metric names and what they mean; {@code docs/metrics.md} shows the same table, and a test compares them. */
public final class MetricNames {
    private static final SortedMap<String, String> MEANINGS = Collections.unmodifiableSortedMap(table());

    private MetricNames() {}

    /** All names with their meanings, in order. */
    public static SortedMap<String, String> all() {
        return MEANINGS;
    }

    static String meaningOf(String name) {
        return MEANINGS.getOrDefault(name, "A number of a plug-in; its own documents describe it.");
    }

    private static SortedMap<String, String> table() {
        SortedMap<String, String> table = new TreeMap<>();
        ledger(table);
        yard(table);
        spool(table);
        injection(table);
        node(table);
        return table;
    }

    private static void ledger(SortedMap<String, String> table) {
        table.put("postyard_accepted_total", "Recipients accepted, by message class.");
        table.put("postyard_delivered_total", "Recipients delivered to their MX, by message class.");
        table.put("postyard_relayed_total", "Recipients handed to a relay or ESP, by message class.");
        table.put("postyard_bounced_total", "Recipients that failed for good, by message class.");
        table.put("postyard_expired_total", "Recipients given up after their deadline or timetable, by message class.");
        table.put("postyard_suppressed_total", "Recipients not sent to because of a suppression, by message class.");
        table.put("postyard_cancelled_total", "Recipients deleted by an operator, by message class.");
        table.put("postyard_queued", "Recipients that are not final, by message class.");
        table.put("postyard_ledger_difference", "Recipients missing from the account, by message class; always 0.");
        table.put("postyard_possible_duplicates_total", "Attempts whose outcome stayed unknown.");
    }

    private static void yard(SortedMap<String, String> table) {
        table.put("postyard_queues", "Scheduled queues with mail in them.");
        table.put("postyard_hot_bytes", "Content held in memory: waiting for an attempt, or under way.");
        table.put(
                "postyard_dispatcher_backlog_tasks",
                "Tasks that wait for the dispatcher; new mail is refused for the time being beyond a limit that follows from the heap.");
        table.put("postyard_journal_lag_events", "Durable events that the journal does not have yet.");
        table.put("postyard_listener_events_total", "Events that a listener plug-in took.");
        table.put(
                "postyard_listener_lost_events_total",
                "Events that a listener plug-in did not get because it was too far behind.");
        table.put("postyard_server_attempts_total", "Attempts through a server.");
        table.put("postyard_server_delivered_total", "Recipients delivered or relayed through a server.");
        table.put("postyard_server_deferred_total", "Attempts through a server that were deferred.");
        table.put("postyard_server_bounced_total", "Recipients that bounced through a server.");
        table.put("postyard_server_connections", "Conversations of a server that are open.");
        table.put("postyard_server_in_flight", "Messages of a server that are in a conversation.");
        table.put("postyard_server_active", "1 if a server gets work, else 0.");
    }

    private static void spool(SortedMap<String, String> table) {
        table.put("postyard_spool_messages", "Messages in the spool.");
        table.put("postyard_spool_events_total", "Events made durable.");
        table.put("postyard_spool_writes_total", "Writes made durable.");
        table.put("postyard_spool_syncs_total", "Synchronisations with the disk; many writes share one.");
        table.put("postyard_spool_sync_seconds", "Mean duration of the latest synchronisations.");
        table.put("postyard_spool_sync_p99_seconds", "99th percentile of the latest synchronisations.");
        table.put("postyard_spool_batch_messages", "Writes that shared a synchronisation, on average.");
        table.put("postyard_spool_disk_free_bytes", "Room left on the disk of the spool.");
        table.put("postyard_spool_files_bytes", "Size of the spool's files.");
        table.put("postyard_spool_wal_bytes", "Size of the spool's write-ahead log.");
        table.put("postyard_spool_native_memory_bytes", "Memory that the spool holds outside the Java heap.");
        table.put("postyard_spool_content_cache_bytes", "Content that the spool keeps in memory.");
        table.put("postyard_spool_content_cache_hits_total", "Contents read from memory.");
        table.put("postyard_spool_content_cache_misses_total", "Contents read from the disk.");
    }

    private static void injection(SortedMap<String, String> table) {
        table.put("postyard_smtp_connections_total", "SMTP connections from clients.");
        table.put("postyard_smtp_connections_open", "SMTP connections from clients that are open.");
        table.put("postyard_smtp_listening_sockets", "Sockets that listen for SMTP.");
        table.put("postyard_smtp_messages_total", "Messages offered over SMTP, by result.");
        table.put("postyard_smtp_content_bytes_total", "Content received over SMTP.");
        table.put("postyard_smtp_commands_total", "SMTP commands of clients.");
        table.put("postyard_smtp_commands_refused_total", "SMTP commands of clients that were refused.");
        table.put("postyard_smtp_logins_total", "Log-ins over SMTP, by result.");
        table.put("postyard_smtp_tls_handshakes_total", "TLS handshakes with SMTP clients, by result.");
        table.put("postyard_smtp_body_memory_bytes", "Memory that holds contents while they arrive over SMTP.");
        table.put("postyard_http_messages_total", "Messages offered over HTTP, by result.");
        table.put("postyard_http_body_memory_bytes", "Memory that holds bodies while they arrive over HTTP.");
    }

    private static void node(SortedMap<String, String> table) {
        table.put(
                "postyard_http_requests_total",
                "Answers of the control API and of HTTP injection, by method and status.");
        table.put("postyard_http_request_seconds_total", "Seconds spent on all answers together.");
        table.put("postyard_stream_clients", "Live streams that are open.");
        table.put("postyard_stream_clients_dropped_total", "Live streams cut off because the client was too slow.");
        table.put("postyard_process_heap_used_bytes", "Java heap in use.");
        table.put("postyard_process_heap_committed_bytes", "Java heap taken from the system.");
        table.put("postyard_process_heap_max_bytes", "Java heap allowed.");
        table.put("postyard_process_threads", "Threads of the process.");
        table.put("postyard_process_up_seconds", "Age of the process.");
    }
}
