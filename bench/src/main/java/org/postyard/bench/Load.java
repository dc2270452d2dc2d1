package org.postyard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What smtp-source of Postfix sends.
 *
 * @param sizeBytes payload of each message
 * @param keepsConnections whether each of the sessions sends all its messages over one connection; otherwise each message has its own
 */
record Load(int sessions, int sizeBytes, boolean keepsConnections) {
    List<String> command(int port, long messages) {
        List<String> command = new ArrayList<>(List.of("smtp-source"));
        if (keepsConnections) command.add("-d");
        command.addAll(List.of("-s", Integer.toString(sessions), "-l", Integer.toString(sizeBytes)));
        command.addAll(List.of("-m", Long.toString(messages), "-M", "source.bench.test"));
        command.addAll(List.of("-f", "sender@source.bench.test", "-t", "recipient@sink.bench.test"));
        command.add("127.0.0.1:" + port);
        return command;
    }

    String text() {
        String connections = keepsConnections ? "kept" : "one per message";
        return String.format(Locale.ROOT, "%d kB, connections %s", sizeBytes / 1_000, connections);
    }
}
