package org.postyard.api.fleet;

/** EgressSource x DestinationSite; limits and conversations hang here. */
public record EgressPath(EgressSource source, DestinationSite site) {
    /** Short form for people, logs and metrics: {@code source>site}. */
    public String name() {
        return source.id() + ">" + site.name();
    }
}
