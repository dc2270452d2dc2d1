package org.postyard.api.injection;

import java.time.Duration;

/**
 * Remembers what requests with an idempotency key were answered, so that a repeated request gets the first answer
 * instead of a second message. Durable, thread-safe; every call blocks on the store.
 *
 * <p>Who gets {@link Claim.Claimed} calls {@link #complete} or {@link #abandon}. A claim that saw neither within
 * {@link #CLAIM_LIFE}, because its process died, may be claimed again: at worst that is the duplicate that would have
 * happened without a key.
 */
public interface IdempotencyKeys {
    /** How long an answer is remembered. */
    Duration ANSWER_LIFE = Duration.ofHours(24);

    /** How long a claim without an answer keeps others away. */
    Duration CLAIM_LIFE = Duration.ofMinutes(2);

    /**
     * Claims a key for one request.
     *
     * @param owner who the key belongs to (account or API key id): keys of different owners never meet
     * @param key as the client sent it
     * @param requestDigest digest of the request, to notice a key that is used for something else
     */
    Claim claim(String owner, String key, String requestDigest);

    /** Keeps the answer of a claimed key, whatever became of the claim meanwhile; durable when it returns. */
    void complete(String owner, String key, Answer answer);

    /** Gives a claimed key back, because the request was not carried out and may be repeated. Without effect on a key that has an answer. */
    void abandon(String owner, String key);

    /** An answer as it was given: HTTP status and body. */
    record Answer(int status, String body) {}

    /** What became of an attempt to claim a key. */
    sealed interface Claim {
        <T> T fold(Cases<T> cases);

        /** The key is the caller's: carry out the request. */
        record Claimed() implements Claim {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.claimed(this);
            }
        }

        /** Another request with this key is being carried out: the client tries again later. */
        record InProgress() implements Claim {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.inProgress(this);
            }
        }

        /** The request was carried out before. */
        record Answered(Answer answer) implements Claim {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.answered(this);
            }
        }

        /** The key was used for a different request: a mistake of the client. */
        record Misused() implements Claim {
            @Override
            public <T> T fold(Cases<T> cases) {
                return cases.misused(this);
            }
        }

        /** One method per case, so that a new case stops every reader from compiling. */
        interface Cases<T> {
            T claimed(Claimed claimed);

            T inProgress(InProgress inProgress);

            T answered(Answered answered);

            T misused(Misused misused);
        }
    }
}
