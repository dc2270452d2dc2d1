package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The time span of the events of one era. */
@Entity
@Table(name = "journal_era")
class EraRow {
    @Id
    private long era;

    @Column(name = "earliest_micros")
    private long earliestMicros;

    @Column(name = "latest_micros")
    private long latestMicros;

    /** For Hibernate. */
    protected EraRow() {}

    EraRow(long era, long earliestMicros, long latestMicros) {
        this.era = era;
        this.earliestMicros = earliestMicros;
        this.latestMicros = latestMicros;
    }

    long era() {
        return era;
    }

    long earliestMicros() {
        return earliestMicros;
    }

    long latestMicros() {
        return latestMicros;
    }

    /** The span that also has this time. */
    EraRow including(long micros) {
        return new EraRow(era, Math.min(earliestMicros, micros), Math.max(latestMicros, micros));
    }
}
