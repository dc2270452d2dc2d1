package org.postyard.console.model.search;

import org.postyard.console.model.view.Target;

/**
 * One thing that the quick search found.
 *
 * @param kind what it is, in a word for people
 * @param title what to show first
 * @param detail what tells it from others with such a title
 * @param runtime name of the connection; empty for a command
 */
public record Found(Kind kind, String title, String detail, String runtime, Target target) {
    /** Sorts of things that can be found, in the order in which equals are shown. */
    public enum Kind {
        SERVER("server"),
        SOURCE("source"),
        QUEUE("queue"),
        POOL("pool"),
        COMMAND("command"),
        MESSAGE("message");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
