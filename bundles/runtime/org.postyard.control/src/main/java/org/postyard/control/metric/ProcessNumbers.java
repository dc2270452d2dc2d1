package org.postyard.control.metric;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.postyard.api.operation.MetricSource;

/** Memory, threads and age of the process. */
@Component(service = MetricSource.class)
public final class ProcessNumbers implements MetricSource {
    @Activate
    public ProcessNumbers() {}

    @Override
    public Map<String, Double> measurements() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return Map.of(
                "postyard_process_heap_used_bytes", (double) heap.getUsed(),
                "postyard_process_heap_committed_bytes", (double) heap.getCommitted(),
                "postyard_process_heap_max_bytes", (double) heap.getMax(),
                "postyard_process_threads",
                        (double) ManagementFactory.getThreadMXBean().getThreadCount(),
                "postyard_process_up_seconds",
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
    }
}
