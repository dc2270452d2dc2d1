package org.postyard.store;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.suppression.Suppression;

/** One suppression in the database. */
@Entity
@Table(name = "suppression")
class SuppressionRow {
    @EmbeddedId
    private SuppressionKey key = new SuppressionKey("", "", "");

    private String source = "";

    private Instant since = Instant.EPOCH;

    private @Nullable Instant expires;

    /** For Hibernate. */
    protected SuppressionRow() {}

    SuppressionRow(Suppression suppression) {
        key = new SuppressionKey(
                suppression.address(),
                suppression.tenant().orElse(""),
                suppression.reason().name());
        source = suppression.source();
        since = suppression.since();
        expires = suppression.expires().orElse(null);
    }

    String address() {
        return key.address();
    }

    Suppression suppression() {
        return new Suppression(
                key.address(),
                Suppression.Reason.valueOf(key.reason()),
                key.tenant().isEmpty() ? Optional.empty() : Optional.of(key.tenant()),
                source,
                since,
                Optional.ofNullable(expires));
    }
}
