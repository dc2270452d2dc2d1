package org.postyard.fleet;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the sets of keys that the parts of a document may have: immutable, in the order in which people should read them. */
final class Keys {
    private Keys() {}

    static Set<String> of(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return Collections.unmodifiableSet(all);
    }
}
