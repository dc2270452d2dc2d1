package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** One directive. */
@Entity
@Table(name = "directive")
class DirectiveRow {
    @Id
    private String name = "";

    @Column(length = Length.LONG32)
    private String content = "";

    /** For Hibernate. */
    protected DirectiveRow() {}

    DirectiveRow(String name, String content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    String content() {
        return content;
    }
}
