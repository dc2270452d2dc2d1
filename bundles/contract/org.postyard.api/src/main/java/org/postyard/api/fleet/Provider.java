package org.postyard.api.fleet;

import java.util.List;

/**
 * A mailbox provider, known by the names of its MX hosts.
 *
 * @param mxPatterns MX host names in lower case; {@code *.d} matches every name below d
 */
public record Provider(String id, List<String> mxPatterns) {
    public Provider {
        mxPatterns = List.copyOf(mxPatterns);
    }

    public boolean matches(String mxHost) {
        return mxPatterns.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("*.") ? mxHost.endsWith(pattern.substring(1)) : mxHost.equals(pattern));
    }
}
