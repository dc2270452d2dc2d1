package org.postyard.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The simulator's statistics as metrics, one of each per provider and source. */
final class Measurements {
    private static final Map<String, ToLongFunction<SourceStatistics>> COUNTS = counts();

    private Measurements() {}

    private static Map<String, ToLongFunction<SourceStatistics>> counts() {
        Map<String, ToLongFunction<SourceStatistics>> counts = new LinkedHashMap<>();
        counts.put("connections_total", SourceStatistics::connections);
        counts.put("connections_open", SourceStatistics::open);
        counts.put("connections_open_max", SourceStatistics::mostOpen);
        counts.put("connections_refused_total", SourceStatistics::connectionsRefused);
        counts.put("connections_cut_total", SourceStatistics::cut);
        counts.put("messages_total", SourceStatistics::messages);
        counts.put("messages_per_connection_max", SourceStatistics::mostMessagesPerConnection);
        counts.put("messages_per_second_max", SourceStatistics::mostMessagesPerSecond);
        counts.put("messages_rate_refused_total", SourceStatistics::rateRefused);
        counts.put("recipients_accepted_total", SourceStatistics::recipients);
        counts.put("recipients_deferred_total", SourceStatistics::deferred);
        counts.put("recipients_rejected_total", SourceStatistics::rejected);
        counts.put("content_bytes_total", SourceStatistics::bytes);
        return Map.copyOf(counts);
    }

    static Map<String, Double> of(SimulatorStatistics statistics) {
        Map<String, Double> measurements = new LinkedHashMap<>();
        for (ProviderStatistics provider : statistics.providers()) {
            for (SourceStatistics source : provider.sources()) {
                String labels = labels(provider.provider(), source.source());
                COUNTS.forEach((name, count) ->
                        measurements.put("postyard_simulator_" + name + labels, (double) count.applyAsLong(source)));
            }
        }
        return measurements;
    }

    private static String labels(String provider, SourceKey source) {
        return "{provider=\"" + provider + "\",ip=\"" + source.ip() + "\",ehlo=\"" + escaped(source.ehlo()) + "\"}";
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
