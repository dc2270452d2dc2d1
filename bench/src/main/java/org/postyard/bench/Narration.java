package org.postyard.bench;

import java.util.Locale;

/** Tells people on standard error what is going on; results go to standard output. */
final class Narration {
    private Narration() {}

    static void say(String form, Object... values) {
        System.err.println(String.format(Locale.ROOT, form, values));
    }
}
