package org.postyard.console.ui.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.ui.thread.UiThread;

/**
 * A view in the making: its parts are made one after the other, each in a turn of its own, so that the window answers in between. The page
 * is hidden until all of them are there, and then seen as a whole. Nothing is made any more for a page that is disposed of. Belongs to
 * the thread of the user interface.
 */
final class Making {

    private final UiThread uiThread;
    private final Composite page;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    /** What the step that runs now asks for. */
    private final List<Runnable> asked = new ArrayList<>();

    private boolean seen;

    /** Hides the page; nothing is made before {@link #begin}. */
    Making(UiThread uiThread, Composite page) {
        this.uiThread = uiThread;
        this.page = page;
        page.setVisible(false);
    }

    void begin(Runnable first) {
        steps.add(first);
        uiThread.show(page, this::turn);
    }

    /** Makes a part in a later turn: after what was asked for before by the same step, before what comes after that step. */
    void inNextTurn(Runnable step) {
        asked.add(step);
    }

    /** Runs the action at once if the page is there to be seen, else as soon as it is. */
    void whenMade(Runnable action) {
        if (made()) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** Whether the page is seen and nothing waits for it any more. */
    boolean made() {
        return seen && waiting.isEmpty();
    }

    /** One step. A part that fails is missed alone: the workbench logs why, and the others are made. */
    private void turn() {
        try {
            if (!steps.isEmpty()) {
                make(steps.remove());
            } else if (!seen) {
                seen = true;
                page.layout(true, true);
                page.setVisible(true);
            } else {
                waiting.remove().run();
            }
        } finally {
            if (!made()) {
                uiThread.show(page, this::turn);
            }
        }
    }

    private void make(Runnable step) {
        step.run();
        Collections.reverse(asked);
        asked.forEach(steps::addFirst);
        asked.clear();
    }
}
