package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.Length;
import org.postyard.api.fleet.FleetVersion;

/** One version of the fleet document. */
@Entity
@Table(name = "fleet_version")
class FleetVersionRow {
    @Id
    @Column(name = "version_number")
    private long versionNumber;

    @Column(name = "applied_at")
    private Instant appliedAt = Instant.EPOCH;

    private String author = "";

    private String remark = "";

    @Column(length = Length.LONG32)
    private String yaml = "";

    /** For Hibernate. */
    protected FleetVersionRow() {}

    FleetVersionRow(FleetVersion version) {
        versionNumber = version.number();
        appliedAt = version.appliedAt();
        author = version.author();
        remark = version.comment();
        yaml = version.yaml();
    }

    FleetVersion version() {
        return new FleetVersion(versionNumber, appliedAt, author, remark, yaml);
    }
}
