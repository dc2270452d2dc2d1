package org.postyard.console.ui.chart;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.thread.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds on another thread what can be picked and offers it, one search at a time. Belongs to the thread of the user interface. */
final class Offering {

    private static final Logger LOG = LoggerFactory.getLogger(Offering.class);

    private final UiThread uiThread;
    private final CurvePicker picker;
    private final Consumer<Optional<RuntimeSnapshot>> offered;
    private boolean searching;

    /**
     * @param offered called with the snapshot when what it has is offered
     */
    Offering(UiThread uiThread, CurvePicker picker, Consumer<Optional<RuntimeSnapshot>> offered) {
        this.uiThread = uiThread;
        this.picker = picker;
        this.offered = offered;
    }

    /** Offers what the runtime has, soon; nothing while a search is under way, so that it must be asked for again. */
    void of(Optional<RuntimeSnapshot> snapshot) {
        if (searching) {
            return;
        }
        searching = true;
        Offer before = picker.offered();
        CompletableFuture.supplyAsync(() -> Offer.of(snapshot, before))
                .whenComplete((offer, failure) -> uiThread.show(picker, () -> {
                    searching = false;
                    if (failure == null) {
                        picker.offer(offer);
                        offered.accept(snapshot);
                    } else {
                        LOG.error("What can be picked cannot be found", failure);
                    }
                }));
    }
}
