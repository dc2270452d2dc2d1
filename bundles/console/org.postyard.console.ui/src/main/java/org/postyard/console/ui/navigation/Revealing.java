package org.postyard.console.ui.navigation;

import org.postyard.console.model.view.Target;

/** A view that can be led to one of the things that it shows. */
public interface Revealing {
    /** Shows the thing: selected, filtered for, or opened. Called on the thread of the user interface, when the view is made. */
    void reveal(Target target);

    /** Runs the action when all of the view is there, which may be now; never if it is closed before. */
    void whenMade(Runnable action);
}
