package org.postyard.console.model.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.postyard.protocol.Problem;

/** What became of one request. */
public sealed interface Outcome<T> {
    /** The runtime did it and answered. */
    record Done<T>(T answer) implements Outcome<T> {}

    /**
     * The runtime said no.
     *
     * @param retryAfter when to try again, if it said so
     */
    record Refused<T>(Problem problem, Optional<Duration> retryAfter) implements Outcome<T> {}

    /**
     * The runtime gave no answer; whether it acted is unknown if the connection broke.
     *
     * @param reason one sentence for people: what, why and what now
     * @param certificate the one that was shown, if it is the trouble
     */
    record Unreachable<T>(Trouble trouble, String reason, Optional<PresentedCertificate> certificate)
            implements Outcome<T> {}

    /** One method for each case. */
    interface Cases<T, R> {
        R done(T value);

        R refused(Refused<T> refused);

        R unreachable(Unreachable<T> unreachable);
    }

    default <R> R fold(Cases<T, R> cases) {
        if (this instanceof Done<T> done) return cases.done(done.answer());
        if (this instanceof Refused<T> refused) return cases.refused(refused);
        return cases.unreachable((Unreachable<T>) this);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return fold(new Cases<>() {
            @Override
            public Outcome<R> done(T value) {
                return new Done<>(change.apply(value));
            }

            @Override
            public Outcome<R> refused(Refused<T> refused) {
                return new Refused<>(refused.problem(), refused.retryAfter());
            }

            @Override
            public Outcome<R> unreachable(Unreachable<T> unreachable) {
                return new Unreachable<>(unreachable.trouble(), unreachable.reason(), unreachable.certificate());
            }
        });
    }

    /** The answer, if there is one. */
    default Optional<T> value() {
        return this instanceof Done<T> done ? Optional.of(done.answer()) : Optional.empty();
    }

    /** Why there is no answer, in one or two sentences for people; empty if there is one. */
    default String reason() {
        return fold(new Cases<>() {
            @Override
            public String done(T value) {
                return "";
            }

            @Override
            public String refused(Refused<T> refused) {
                return ProblemText.of(refused.problem());
            }

            @Override
            public String unreachable(Unreachable<T> unreachable) {
                return unreachable.reason();
            }
        });
    }
}
