package org.postyard.injection.smtp.reply;

import java.util.function.Function;

/** What reading a command gave: its meaning, or the reply that says what is wrong with it. */
public sealed interface Parsed<T> {
    <R> R fold(Function<? super T, R> valid, Function<Reply, R> faulty);

    /** The command means this. */
    record Valid<T>(T value) implements Parsed<T> {
        @Override
        public <R> R fold(Function<? super T, R> valid, Function<Reply, R> faulty) {
            return valid.apply(value);
        }
    }

    /** The command is wrong. */
    record Faulty<T>(Reply reply) implements Parsed<T> {
        @Override
        public <R> R fold(Function<? super T, R> valid, Function<Reply, R> faulty) {
            return faulty.apply(reply);
        }
    }
}
