package org.postyard.control.metric;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.postyard.api.operation.MetricSource;

/** Counts the answers of the whole HTTP context, by method and status. Its only state is one concurrent map of counters. */
@Component(service = {RequestCounts.class, MetricSource.class})
public final class RequestCounts implements MetricSource {
    private final ConcurrentMap<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder nanos = new LongAdder();

    @Activate
    public RequestCounts() {}

    public void answered(String method, int status, long durationNanos) {
        String knownMethod = method.length() <= 7 ? method : "OTHER";
        String name = "postyard_http_requests_total{method=\"" + knownMethod + "\",status=\"" + status + "\"}";
        answers.computeIfAbsent(name, key -> new LongAdder()).increment();
        nanos.add(durationNanos);
    }

    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> numbers = new TreeMap<>();
        answers.forEach((name, count) -> numbers.put(name, (double) count.sum()));
        numbers.put("postyard_http_request_seconds_total", nanos.sum() / 1e9);
        return numbers;
    }
}
