package org.postyard.console.model.snapshot;

import java.time.Instant;
import java.util.Optional;
import org.postyard.console.model.connection.PresentedCertificate;

/** How the live stream of a runtime is. */
public sealed interface LinkState {
    /** Not connected yet; nothing is known. */
    record Connecting(Instant since) implements LinkState {}

    /** What is shown is as the runtime is now. */
    record Live(Instant since) implements LinkState {}

    /**
     * Nothing new comes; the console keeps trying.
     *
     * @param since when the last news came; when trying began, if none ever came
     */
    record Stale(Instant since, String reason) implements LinkState {}

    /**
     * The console does not try again by itself, because a person has to change something first.
     *
     * @param certificate the one to approve, if that is what is missing
     */
    record Refused(Instant since, String reason, Wanted wanted, Optional<PresentedCertificate> certificate)
            implements LinkState {}

    /** What a person has to give or to change before there can be a connection. */
    enum Wanted {
        /** The password of the account: nobody gave one, or the one that was given is not right. */
        PASSWORD,
        /** An API key, as above. */
        KEY,
        /** A look at the certificate. */
        APPROVAL,
        /** Something else, which the reason says. */
        CHANGE
    }

    /** One method for each case. */
    interface Cases<R> {
        R connecting(Connecting connecting);

        R live(Live live);

        R stale(Stale stale);

        R refused(Refused refused);
    }

    Instant since();

    default <R> R fold(Cases<R> cases) {
        if (this instanceof Connecting connecting) return cases.connecting(connecting);
        if (this instanceof Live live) return cases.live(live);
        if (this instanceof Stale stale) return cases.stale(stale);
        return cases.refused((Refused) this);
    }

    default boolean live() {
        return this instanceof Live;
    }

    /** Whether a password or an API key is all that is missing. */
    default boolean wantsSecret() {
        return this instanceof Refused refused
                && (refused.wanted() == Wanted.PASSWORD || refused.wanted() == Wanted.KEY);
    }

    /** One word: {@code connecting}, {@code live}, {@code stale} or {@code refused}. */
    default String word() {
        return fold(new Cases<>() {
            @Override
            public String connecting(Connecting connecting) {
                return "connecting";
            }

            @Override
            public String live(Live live) {
                return "live";
            }

            @Override
            public String stale(Stale stale) {
                return "stale";
            }

            @Override
            public String refused(Refused refused) {
                return "refused";
            }
        });
    }

    /** Why it is not live; empty if it is. */
    default String reason() {
        return fold(new Cases<>() {
            @Override
            public String connecting(Connecting connecting) {
                return "Waiting for the first answer.";
            }

            @Override
            public String live(Live live) {
                return "";
            }

            @Override
            public String stale(Stale stale) {
                return stale.reason();
            }

            @Override
            public String refused(Refused refused) {
                return refused.reason();
            }
        });
    }
}
