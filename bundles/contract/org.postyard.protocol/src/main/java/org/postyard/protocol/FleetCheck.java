package org.postyard.protocol;

import java.util.List;

/** Whether a fleet document could be applied. */
public record FleetCheck(boolean valid, List<FieldProblem> problems) {
    public FleetCheck {
        problems = List.copyOf(problems);
    }
}
