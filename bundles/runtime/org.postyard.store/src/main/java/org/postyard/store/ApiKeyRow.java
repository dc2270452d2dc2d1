package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Role;

/** One API key, with the hash of its token. */
@Entity
@Table(name = "api_key")
class ApiKeyRow {
    @Id
    private String id = "";

    private String name = "";

    private String role = "";

    private Instant created = Instant.EPOCH;

    private String author = "";

    private @Nullable Instant expires;

    @Column(name = "token_hash")
    private String tokenHash = "";

    /** For Hibernate. */
    protected ApiKeyRow() {}

    ApiKeyRow(ApiKeys.ApiKey key, String tokenHash) {
        id = key.id();
        name = key.name();
        role = key.role().name();
        created = key.created();
        author = key.author();
        expires = key.expires().orElse(null);
        this.tokenHash = tokenHash;
    }

    ApiKeys.ApiKey key() {
        return new ApiKeys.ApiKey(id, name, Role.valueOf(role), created, author, Optional.ofNullable(expires));
    }

    String tokenHash() {
        return tokenHash;
    }
}
