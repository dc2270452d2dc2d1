package org.postyard.console.model.live;

import org.postyard.console.model.snapshot.RuntimeSnapshot;

/** Hears of news of runtimes, at most ten times a second for each, on a thread of the model: must not block. */
@FunctionalInterface
public interface SnapshotListener {
    void changed(RuntimeSnapshot snapshot);
}
