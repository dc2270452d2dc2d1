package org.postyard.api.injection;

import java.time.Duration;
import org.postyard.api.message.MessageId;

/** What became of an offered message. */
public sealed interface InjectionResult {
    <T> T fold(Cases<T> cases);

    /** Durable, and Postyard's responsibility from now on. */
    record Accepted(MessageId id) implements InjectionResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.accepted(this);
        }
    }

    /**
     * Not kept.
     *
     * @param reason one sentence for the client; names no internals
     * @param retryAfter when trying again makes sense; zero if never
     * @param field which wish of the submission is to blame, as {@code pool}, {@code notBefore} or {@code deadline}; empty if none
     */
    record Refused(Cause cause, String reason, Duration retryAfter, String field) implements InjectionResult {
        /** A refusal that no wish is to blame for. */
        public Refused(Cause cause, String reason, Duration retryAfter) {
            this(cause, reason, retryAfter, "");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /** Why a message is refused, with the SMTP reply and HTTP status that say so. */
    enum Cause {
        /** No room in the spool. */
        STORAGE_FULL(452, "4.3.1", 503),
        /** The spool fails, or the node is starting or stopping. */
        UNAVAILABLE(421, "4.3.2", 503),
        /** More at once than memory and queues bear: slow down. */
        OVERLOADED(451, "4.3.1", 503),
        /** The client's own rate or quota. */
        CLIENT_LIMIT(451, "4.7.1", 429),
        TOO_LARGE(552, "5.3.4", 413),
        /** The message contradicts itself or the rules: unknown pool, deadline in the past, mail loop. */
        INVALID(554, "5.6.0", 422);

        private final int smtpCode;
        private final String enhancedCode;
        private final int httpStatus;

        Cause(int smtpCode, String enhancedCode, int httpStatus) {
            this.smtpCode = smtpCode;
            this.enhancedCode = enhancedCode;
            this.httpStatus = httpStatus;
        }

        public int smtpCode() {
            return smtpCode;
        }

        public String enhancedCode() {
            return enhancedCode;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T accepted(Accepted accepted);

        T refused(Refused refused);
    }
}
