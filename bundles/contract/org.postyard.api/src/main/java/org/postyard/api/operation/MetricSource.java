package org.postyard.api.operation;

import java.util.Map;

/** Numbers of one part of the runtime for metrics. Whiteboard service: {@link Yard#metrics} collects from all of them.
 * Thread-safe. */
public interface MetricSource {
    /** Numbers by documented name, each with its labels: {@code postyard_smtp_messages_total{result="accepted"}}. Cheap; never blocks. */
    Map<String, Double> measurements();
}
