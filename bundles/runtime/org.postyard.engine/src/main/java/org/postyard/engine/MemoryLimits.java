package org.postyard.engine;

import org.postyard.api.memory.HeapShare;
import org.postyard.engine.injection.InjectionService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a heap of a size allows: the settings of an administrator hold up to there.
 *
 * @param maxContentBytes of one message: while it is received it lies in memory twice for a moment
 * @param maxQueued recipients in the yard
 * @param maxBacklog tasks that wait for the dispatcher
 */
record MemoryLimits(long maxContentBytes, long maxQueued, int maxBacklog) {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryLimits.class);
    private static final int BYTES_PER_QUEUED = 200;
    private static final int BYTES_PER_TASK = 8 << 10;
    private static final int MOST_BACKLOG = 50_000;

    static MemoryLimits of(long heapBytes) {
        long queues = HeapShare.QUEUES.bytesOf(heapBytes);
        return new MemoryLimits(HeapShare.SMTP_BODIES.bytesOf(heapBytes) / 2, queues / BYTES_PER_QUEUED, (int)
                Math.min(MOST_BACKLOG, queues / BYTES_PER_TASK));
    }

    InjectionService.Limits injection(EngineConfig config) {
        long content = lower("maxMessageMegabytes", (long) config.maxMessageMegabytes() << 20, maxContentBytes);
        long queued = lower("maxQueuedRecipients", config.maxQueuedRecipients(), maxQueued);
        return new InjectionService.Limits(
                (int) Math.min(Integer.MAX_VALUE, content), queued, config.maxJournalLagEvents(), maxBacklog);
    }

    private static long lower(String setting, long wanted, long allowed) {
        if (wanted > allowed)
            LOG.info("the heap allows less than is set setting={} wanted={} allowed={}", setting, wanted, allowed);
        return Math.min(wanted, allowed);
    }
}
