package org.postyard.shell.completion;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.postyard.api.operation.Yard;
import org.postyard.shell.HostServices;

/** Words that the TAB key offers. */
final class Offer {
    private Offer() {}

    static Completer of(Collection<String> words) {
        return new StringsCompleter(words);
    }

    /** Words that the running engine knows; none while it is not there. */
    static Collection<String> fromYard(Function<Yard, List<String>> words) {
        return HostServices.ofFramework().find(Yard.class).map(words).orElse(List.of());
    }

    /** Words that a desk knows; none while it is not there. */
    static <T> Collection<String> from(Class<T> desk, Function<T, List<String>> words) {
        return HostServices.ofFramework().find(desk).map(words).orElse(List.of());
    }
}
