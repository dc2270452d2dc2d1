package org.postyard.console.ui.part;

import org.postyard.console.widgets.mark.Severity;

/** Says the severities of the model in those of the widgets. */
public final class Marks {

    private Marks() {}

    public static Severity of(org.postyard.console.model.view.Severity severity) {
        return switch (severity) {
            case UNKNOWN -> Severity.UNKNOWN;
            case OK -> Severity.OK;
            case NOTICE -> Severity.NOTICE;
            case WARNING -> Severity.WARNING;
            case CRITICAL -> Severity.CRITICAL;
        };
    }
}
