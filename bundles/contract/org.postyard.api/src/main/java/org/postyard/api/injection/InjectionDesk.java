package org.postyard.api.injection;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Host service that accepts messages from clients. Thread-safe; never blocks. */
public interface InjectionDesk {
    /**
     * Offers a message. The stage completes normally: with Accepted after the message is durable, else with Refused, and
     * then nothing is kept. It completes on an engine or spool thread; what is attached must not block.
     */
    CompletionStage<InjectionResult> submit(Submission submission);

    /** Why a new message would be refused at this moment, whatever it is; empty if it would not. Cheap: ask before reading a body. */
    Optional<InjectionResult.Refused> refusalNow();

    /** Largest content that is accepted, in bytes; what SIZE announces (RFC 1870). */
    int maxContentBytes();
}
