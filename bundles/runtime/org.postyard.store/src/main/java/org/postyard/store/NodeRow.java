package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far the journal of a node has come. */
@Entity
@Table(name = "journal_node")
class NodeRow {
    @Id
    private int node;

    @Column(name = "last_sequence")
    private long lastSequence;

    /** For Hibernate. */
    protected NodeRow() {}

    NodeRow(int node, long lastSequence) {
        this.node = node;
        this.lastSequence = lastSequence;
    }

    long lastSequence() {
        return lastSequence;
    }
}
