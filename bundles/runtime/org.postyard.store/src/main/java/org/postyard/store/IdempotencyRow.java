package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.injection.IdempotencyKeys.Answer;

/** A claimed idempotency key, with its answer once there is one. */
@Entity
@Table(name = "idempotency_key")
class IdempotencyRow {
    @Id
    private String id = "";

    @Column(name = "request_digest")
    private String requestDigest = "";

    private Instant since = Instant.EPOCH;

    private @Nullable Integer status;

    @Column(length = Length.LONG32)
    private @Nullable String body;

    /** For Hibernate. */
    protected IdempotencyRow() {}

    IdempotencyRow(String id, String requestDigest, Instant since, Optional<Answer> answer) {
        this.id = id;
        this.requestDigest = requestDigest;
        this.since = since;
        status = answer.map(Answer::status).orElse(null);
        body = answer.map(Answer::body).orElse(null);
    }

    String requestDigest() {
        return requestDigest;
    }

    Optional<Answer> answer() {
        return status == null || body == null ? Optional.empty() : Optional.of(new Answer(status, body));
    }

    boolean endsBy(Instant now) {
        Duration life = status == null ? IdempotencyKeys.CLAIM_LIFE : IdempotencyKeys.ANSWER_LIFE;
        return !since.plus(life).isAfter(now);
    }
}
