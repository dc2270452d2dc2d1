package org.postyard.api.fleet;

import java.util.List;
import java.util.Optional;

/** Host service for the fleet document: apply, compare, export, roll back. Thread-safe; calls may block on the store. */
public interface FleetDesk {
    /** The fleet in force. */
    Fleet current();

    /** The version in force; empty if the fleet is the built-in default and nothing was ever applied. */
    Optional<FleetVersion> currentVersion();

    /** Validates a document without applying it; empty if it is valid. */
    List<Problem> check(String yaml);

    /** Validates a document as a whole and, if there is no problem, keeps it as a new version and puts it in force within a second. */
    Applied apply(String yaml, String author, String comment);

    /** Applies an older version again, as a new version. */
    Applied rollBack(long number, String author);

    /** What would change if the document were applied: one line for each added, removed or changed part. */
    List<String> diff(String yaml);

    /** The document in force, as YAML; secrets are references in it. */
    String export();

    /** All kept versions, newest first, without their documents. */
    List<FleetVersion> versions();

    /** One kept version with its document. */
    Optional<FleetVersion> version(long number);

    /** The JSON schema (2020-12) of the document. */
    String schema();

    /**
     * One thing that is wrong with a document.
     *
     * @param line 1 for the first line; 0 if unknown
     * @param path where it is, for example {@code servers[2].sources[0].nextHop}
     * @param reason what is wrong and what would be right
     */
    record Problem(int line, String path, String reason) {
        @Override
        public String toString() {
            return "line " + line + ", " + path + ": " + reason;
        }
    }

    /** What became of an attempt to apply a document; nothing has changed if there is a problem. */
    record Applied(Optional<FleetVersion> version, List<Problem> problems, List<String> changes) {
        public Applied {
            problems = List.copyOf(problems);
            changes = List.copyOf(changes);
        }

        public boolean ok() {
            return problems.isEmpty();
        }
    }
}
