package org.postyard.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where accepted messages are noted down, if anybody asked for it. Thread-safe. */
final class Arrivals {
    private final Optional<ArrivalRecord> record;
    private final Clock clock;

    Arrivals(Optional<ArrivalRecord> record, Clock clock) {
        this.record = record;
        this.clock = clock;
    }

    boolean wanted() {
        return record.isPresent();
    }

    void accepted(MailboxProvider provider, SourceKey source, Visit visit, MessageIntake intake) {
        record.ifPresent(file -> file.add(new Arrival(
                intake.id(),
                source,
                provider.rules().id(),
                clock.instant(),
                intake.bytes(),
                intake.sha256Hex(),
                List.copyOf(visit.recipients()))));
    }
}
