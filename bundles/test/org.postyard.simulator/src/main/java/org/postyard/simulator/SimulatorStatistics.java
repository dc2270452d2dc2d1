package org.postyard.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What all providers saw since the start. */
public record SimulatorStatistics(Instant at, List<ProviderStatistics> providers) {
    public SimulatorStatistics {
        providers = List.copyOf(providers);
    }

    public ProviderStatistics provider(String id) {
        return providers.stream()
                .filter(provider -> provider.provider().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no provider " + id));
    }

    public long messages() {
        return providers.stream().mapToLong(ProviderStatistics::messages).sum();
    }

    /** One JSON object per line, one line per provider and source. */
    public String jsonLines() {
        StringBuilder lines = new StringBuilder();
        for (ProviderStatistics provider : providers) {
            provider.sources().forEach(source -> lines.append(json(provider.provider(), source)));
        }
        return lines.toString();
    }

    private static String json(String provider, SourceStatistics of) {
        String form = "{\"provider\":%s,\"ip\":%s,\"ehlo\":%s,\"connections\":%d,\"open\":%d,\"mostOpen\":%d,"
                + "\"messages\":%d,\"recipients\":%d,\"deferred\":%d,\"rejected\":%d,\"connectionsRefused\":%d,"
                + "\"rateRefused\":%d,\"cut\":%d,\"bytes\":%d,\"mostMessagesPerConnection\":%d,"
                + "\"mostMessagesPerSecond\":%d}%n";
        return String.format(
                Locale.ROOT,
                form,
                quoted(provider),
                quoted(of.source().ip()),
                quoted(of.source().ehlo()),
                of.connections(),
                of.open(),
                of.mostOpen(),
                of.messages(),
                of.recipients(),
                of.deferred(),
                of.rejected(),
                of.connectionsRefused(),
                of.rateRefused(),
                of.cut(),
                of.bytes(),
                of.mostMessagesPerConnection(),
                of.mostMessagesPerSecond());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < 0x20) quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
