package org.postyard.api.spool;

import java.util.List;
import org.postyard.api.message.Message;

/**
 * A message found in the spool at start.
 *
 * @param states states that were settled; a recipient without one has never been attempted
 * @param interrupted whether an attempt was under way when the last process died: what it sent may arrive twice
 */
public record Recovered(Message message, List<RecipientState> states, boolean interrupted) {
    public Recovered {
        states = List.copyOf(states);
    }
}
