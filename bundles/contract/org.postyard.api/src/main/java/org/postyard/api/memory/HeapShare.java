package org.postyard.api.memory;

/**
 * Who may take how much of the heap for mail. Each part keeps to its own share and holds its clients back beyond it; together
 * they leave a rest to the garbage collector, so that no load, whatever its kind, can use the heap up.
 *
 * <p>A share is a part of what the heap has left beside the classes and services of a running node.
 */
public enum HeapShare {
    /** Bodies that are received by SMTP, until they are durable or refused. */
    SMTP_BODIES(15),
    /** Bodies that are received by HTTP, and what is made of them, until they are durable or refused. */
    HTTP_BODIES(12),
    /** Contents that wait for their attempt in memory, and those under way. */
    ATTEMPTS(15),
    /** Contents of new messages that need not be read from the disk for their first attempt. */
    NEW_CONTENTS(3),
    /** What is known of each queued recipient without asking the disk. */
    QUEUES(35);

    /** In use in a node without mail, as measured after a collection. */
    private static final long NODE_BYTES = 112L << 20;

    private final int percent;

    HeapShare(int percent) {
        this.percent = percent;
    }

    /** Part of what is left for mail. */
    public int percent() {
        return percent;
    }

    /** Bytes of the share in this process. */
    public long bytes() {
        return bytesOf(Runtime.getRuntime().maxMemory());
    }

    /** Bytes of the share in a heap of this size. */
    public long bytesOf(long heapBytes) {
        return Math.max(heapBytes - NODE_BYTES, heapBytes / 4) * percent / 100;
    }

    /** A setting of so many bytes, where zero stands for the share in this process. */
    public long bytesOr(long setBytes) {
        return setBytes > 0 ? setBytes : bytes();
    }
}
