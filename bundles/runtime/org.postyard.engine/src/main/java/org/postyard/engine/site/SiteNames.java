package org.postyard.engine.site;

import java.util.List;
import java.util.stream.Collectors;
import org.postyard.api.fleet.HostPort;

/** Makes the short name by which people know an MX set: {@code (alt1|alt2).mx.example}. */
final class SiteNames {
    private static final int SMTP_PORT = 25;

    private SiteNames() {}

    /** The same name for the same set of hosts, in whatever order they come. */
    static String of(List<HostPort> hosts) {
        List<String> names =
                hosts.stream().map(SiteNames::shown).distinct().sorted().toList();
        if (names.size() == 1) return names.get(0);
        String tail = commonTail(names);
        return names.stream()
                .map(name -> name.substring(0, name.length() - tail.length()))
                .collect(Collectors.joining("|", "(", ")" + tail));
    }

    private static String shown(HostPort host) {
        return host.port() == SMTP_PORT ? host.host() : host.toString();
    }

    /** The longest common end that begins with a dot. */
    private static String commonTail(List<String> names) {
        String first = names.get(0);
        for (int dot = first.indexOf('.'); dot > 0; dot = first.indexOf('.', dot + 1)) {
            String tail = first.substring(dot);
            if (names.stream().allMatch(name -> name.length() > tail.length() && name.endsWith(tail))) return tail;
        }
        return "";
    }
}
