package org.postyard.itests;

import java.util.List;

/** Fleet documents of the tests. */
final class Fleets {
    private Fleets() {}

    /** A fleet document. */
    record Document(String text) {
        Document and(String more) {
            return new Document(text + more);
        }
    }

    /** Relays relay1, relay2, ... on these ports of 127.0.0.1 that take turns; a failed attempt is tried again after a second. */
    static Document relays(List<Integer> ports, String perServer) {
        StringBuilder text = new StringBuilder("version: 1\nservers:\n");
        for (int i = 0; i < ports.size(); i++) {
            text.append("  - id: relay").append(i + 1).append('\n');
            text.append("    nextHop: 127.0.0.1:").append(ports.get(i)).append('\n');
            text.append("    tls: \"off\"\n");
            text.append(perServer.indent(4));
        }
        return new Document(
                text.append("retry:\n  intervals: [1s]\n  maxAge: 1h\n").toString());
    }
}
