package org.postyard.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A text that occurs in an era, as a key of era and hash. */
@Entity
@Table(name = "journal_sighting")
class SightingRow {
    @Id
    private long sighting;

    /** For Hibernate. */
    protected SightingRow() {}

    SightingRow(long sighting) {
        this.sighting = sighting;
    }
}
