package org.postyard.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** What one provider saw since the start, source by source. */
record ProviderStatistics(String provider, List<SourceStatistics> sources) {
    ProviderStatistics {
        sources = List.copyOf(sources);
    }

    Optional<SourceStatistics> source(String ehlo) {
        return sources.stream()
                .filter(source -> source.source().ehlo().equals(ehlo))
                .findFirst();
    }

    long sum(ToLongFunction<SourceStatistics> count) {
        return sources.stream().mapToLong(count).sum();
    }

    long messages() {
        return sum(SourceStatistics::messages);
    }
}
