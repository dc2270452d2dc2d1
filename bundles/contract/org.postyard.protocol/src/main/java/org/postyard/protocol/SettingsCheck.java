package org.postyard.protocol;

import java.util.List;

/** Whether new values would be accepted; the pointers of the problems are {@code /values/} and the id of the setting. */
public record SettingsCheck(boolean valid, List<FieldProblem> problems) {
    public SettingsCheck {
        problems = List.copyOf(problems);
    }
}
