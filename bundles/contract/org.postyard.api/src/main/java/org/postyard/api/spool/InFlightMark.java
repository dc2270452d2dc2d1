package org.postyard.api.spool;

/** The note that an attempt is under way; see {@link Spool#markInFlight}. */
public interface InFlightMark {
    /** Takes the note back, after the settlement is durable; may be repeated. */
    void clear();
}
