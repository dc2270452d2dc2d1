package org.postyard.engine.yard;

import org.postyard.engine.queue.Consignment;

/** Puts consignments where they wait: due, or asleep until their time. */
interface Waking {
    /** Due now, behind the others. */
    void due(Consignment consignment);

    /** Due now, before the others. */
    void dueAgain(Consignment consignment);

    /** Waits for its next attempt. */
    void waitForTime(Consignment consignment);
}
