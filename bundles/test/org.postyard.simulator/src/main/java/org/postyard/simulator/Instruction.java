package org.postyard.simulator;

import java.util.Locale;
import java.util.Optional;

/**
 * What a test asks of a provider in the local part of a recipient: a word, a number after a dot, and after a plus sign
 * anything that keeps addresses apart, for example {@code defer.3+a17@gmail.test}.
 *
 * @param number how often, which code or how many milliseconds; see {@link Action}
 */
record Instruction(Action action, int number) {

    /** The words that a local part may begin with. */
    enum Action {
        /** {@code accept}: accepted whatever the provider's mix says. */
        ACCEPT("accept", 0),
        /** {@code defer.N}: 4xx for the first N attempts (1 if not given), then accepted. */
        DEFER("defer", 1),
        /** {@code never}: 4xx for ever. */
        NEVER("never", 0),
        /** {@code bounce.CODE}: unknown user, or the provider's refusal with that 5xx code. */
        BOUNCE("bounce", 550),
        /** {@code stall}: no reply to RCPT, the connection stays open. */
        STALL("stall", 0),
        /** {@code stalldot}: no reply to the end of the message, which is not accepted. */
        STALL_AFTER_DOT("stalldot", 0),
        /** {@code drop}: closes at RCPT without a reply. */
        DROP("drop", 0),
        /** {@code dropdot}: closes at the end of the message without a reply and without accepting it. */
        DROP_AFTER_DOT("dropdot", 0),
        /** {@code lost.N}: the first N times (1 if not given) accepts the message and closes before the reply. */
        LOSE_REPLY("lost", 1),
        /** {@code slow.MILLISECONDS}: accepts the message after that time (1,000 if not given). */
        SLOW("slow", 1_000);

        private final String word;
        private final int defaultNumber;

        Action(String word, int defaultNumber) {
            this.word = word;
            this.defaultNumber = defaultNumber;
        }
    }

    /** The instruction in an address; empty if its local part is none. */
    static Optional<Instruction> in(String address) {
        int at = address.lastIndexOf('@');
        String local = (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        String[] words = (plus < 0 ? local : local.substring(0, plus)).split("\\.", -1);
        if (words.length > 2) return Optional.empty();
        for (Action action : Action.values()) {
            if (action.word.equals(words[0])) return of(action, words);
        }
        return Optional.empty();
    }

    private static Optional<Instruction> of(Action action, String[] words) {
        if (words.length == 1) return Optional.of(new Instruction(action, action.defaultNumber));
        if (!words[1].matches("\\d{1,6}")) return Optional.empty();
        return Optional.of(new Instruction(action, Integer.parseInt(words[1])));
    }
}
