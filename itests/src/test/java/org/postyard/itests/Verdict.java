package org.postyard.itests;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What became of the mail of a test, as the receiving side saw it.
 *
 * @param lost accepted, but never arrived
 * @param repeated arrived more than once
 * @param unlisted repeated, but not among the events as a possible duplicate
 */
record Verdict(int accepted, Set<String> lost, Set<String> repeated, Set<String> unlisted) {
    static Verdict of(Set<String> accepted, Map<String, Integer> arrived, Set<String> listed) {
        Set<String> lost = new TreeSet<>(accepted);
        lost.removeAll(arrived.keySet());
        Set<String> repeated = arrived.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unlisted = new TreeSet<>(repeated);
        unlisted.removeAll(listed);
        return new Verdict(accepted.size(), lost, repeated, unlisted);
    }

    /** After everything was sent: asks the node for what it lists, waiting for its journal, and the receivers for what came. */
    static Verdict of(Node node, Set<String> accepted, Receiver... receivers) throws Exception {
        node.api().awaitEmpty(Duration.ofSeconds(150));
        Map<String, Integer> arrived = Receiver.counts(receivers);
        Await.until("the journal has caught up", Duration.ofSeconds(60), () -> journalIdle(node));
        return of(accepted, arrived, Set.copyOf(new TreeSet<>(node.api().recipients("unconfirmed=true"))));
    }

    private static boolean journalIdle(Node node) throws IOException, InterruptedException {
        for (var part : node.api().get("health").get("parts")) {
            if (part.get("name").asText().equals("journal"))
                return part.get("reason").asText().startsWith("0 events");
        }
        return false;
    }

    String text() {
        return accepted + " accepted, " + lost.size() + " lost, " + repeated.size() + " arrived more than once, "
                + unlisted.size() + " of these not listed";
    }
}
