package org.postyard.store;

import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/** Repeats a transaction that lost a race with another one for the same key. */
final class Repetition {
    private static final int MOST_TIMES = 20;

    private Repetition() {}

    static <T> T onConflict(Supplier<T> transaction) {
        for (int time = 1; ; time++) {
            try {
                return transaction.get();
            } catch (ConstraintViolationException e) {
                if (time == MOST_TIMES) throw e;
            }
        }
    }
}
