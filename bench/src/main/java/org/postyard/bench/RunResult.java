package org.postyard.bench;

import java.util.Locale;

/**
 * One measured run.
 *
 * @param acceptedSeconds from the first injection until the last message was accepted
 * @param seconds from the first injection until the last message was at the sink
 * @param cpuMillis of the system under test, until it was idle again; 0 if there is none
 * @param peakKilobytes largest proportional memory of all its processes, sampled
 * @param peakProcessKilobytes peak resident set of its largest process
 * @param stolenShare of the machine's processors that its host gave to others meanwhile, 0 to 1
 */
record RunResult(
        String system,
        Load load,
        long messages,
        double acceptedSeconds,
        double seconds,
        long cpuMillis,
        long peakKilobytes,
        long peakProcessKilobytes,
        double stolenShare) {

    double perSecond() {
        return messages / seconds;
    }

    double cpuMillisPerMessage() {
        return (double) cpuMillis / messages;
    }

    String json() {
        String form = "{\"system\":\"%s\",\"sizeBytes\":%d,\"sessions\":%d,\"keepsConnections\":%b,\"messages\":%d,"
                + "\"acceptedSeconds\":%.3f,\"seconds\":%.3f,\"perSecond\":%.1f,\"cpuMillis\":%d,"
                + "\"cpuMillisPerMessage\":%.3f,\"peakKilobytes\":%d,\"peakProcessKilobytes\":%d,\"stolenShare\":%.3f}";
        return String.format(
                Locale.ROOT,
                form,
                system,
                load.sizeBytes(),
                load.sessions(),
                load.keepsConnections(),
                messages,
                acceptedSeconds,
                seconds,
                perSecond(),
                cpuMillis,
                cpuMillisPerMessage(),
                peakKilobytes,
                peakProcessKilobytes,
                stolenShare);
    }
}
