package org.postyard.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What one provider saw since the start, source by source. */
public record ProviderStatistics(String provider, List<SourceStatistics> sources) {
    public ProviderStatistics {
        sources = List.copyOf(sources);
    }

    public Optional<SourceStatistics> source(String ehlo) {
        return sources.stream()
                .filter(source -> source.source().ehlo().equals(ehlo))
                .findFirst();
    }

    public long sum(ToLongFunction<SourceStatistics> count) {
        return sources.stream().mapToLong(count).sum();
    }

    public long messages() {
        return sum(SourceStatistics::messages);
    }
}
