package org.postyard.console.ui.application;

import java.util.Objects;
import org.eclipse.ui.part.ViewPart;

/** A view of the console: a workbench view that can reach what all views share. */
public abstract class ConsoleView extends ViewPart {

    /** What all views share; there from {@code createPartControl} on. */
    protected final Console console() {
        return Objects.requireNonNull(getSite().getService(Console.class), "the application has not been started");
    }

    /** The way to the thread of the user interface. */
    protected final UiThread uiThread() {
        return console().uiThread();
    }
}
