package org.postyard.api.fleet;

import java.util.List;
import java.util.Optional;

/** The kept versions of the fleet document; blocking. Never forgets one. */
public interface FleetVersions {
    /** Keeps a document as the newest version and returns it with its number. */
    FleetVersion append(String author, String comment, String yaml);

    Optional<FleetVersion> newest();

    Optional<FleetVersion> version(long number);

    /** All versions, newest first, without their documents ({@code yaml} is empty). */
    List<FleetVersion> list();
}
