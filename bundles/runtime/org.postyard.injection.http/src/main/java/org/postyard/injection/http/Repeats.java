package org.postyard.injection.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.injection.IdempotencyKeys.Claim;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.injection.http.answer.Answer;
import org.postyard.injection.http.answer.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a repeated request with an idempotency key its first answer. Blocks on the store, so it is called on request threads only. */
final class Repeats {
    private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);
    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final String owner;
    private final String key;

    /** @throws Refusal 422 if the key cannot be one */
    Repeats(IdempotencyKeys keys, String owner, String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY)
            throw Refusal.invalid("Idempotency-Key", "An idempotency key has 1 to " + LONGEST_KEY + " characters.");
        this.keys = keys;
        this.owner = owner;
        this.key = key;
    }

    /** The first answer, if there was one; empty if the request is to be carried out now, and then {@link #end} follows. */
    Optional<Answer> firstAnswer(String digest) {
        return claim(digest).fold(new Claim.Cases<>() {
            @Override
            public Optional<Answer> claimed(Claim.Claimed claimed) {
                return Optional.empty();
            }

            @Override
            public Optional<Answer> inProgress(Claim.InProgress inProgress) {
                throw Refusal.later(
                        409, "conflict", "A request with this key is being carried out.", Duration.ofSeconds(1));
            }

            @Override
            public Optional<Answer> answered(Claim.Answered answered) {
                IdempotencyKeys.Answer first = answered.answer();
                return Optional.of(new Answer(first.status(), first.body(), Duration.ZERO));
            }

            @Override
            public Optional<Answer> misused(Claim.Misused misused) {
                throw Refusal.invalid("Idempotency-Key", "This key was used for a different request.");
            }
        });
    }

    private Claim claim(String digest) {
        try {
            return keys.claim(owner, key, digest);
        } catch (StoreUnavailableException e) {
            throw Refusal.later(503, "unavailable", "Idempotency keys cannot be kept now.", Duration.ofSeconds(5));
        }
    }

    /** Remembers the answer, or gives the key back if the answer may be another one later. */
    void end(Answer answer) {
        try {
            if (answer.passing()) keys.abandon(owner, key);
            else keys.complete(owner, key, new IdempotencyKeys.Answer(answer.status(), answer.body()));
        } catch (RuntimeException e) {
            LOG.error("The answer of an idempotency key is not kept; a repeat may send again: owner={}", owner, e);
        }
    }

    static String digest(String target, String contentType, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((target + '\n' + contentType + '\n').getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
