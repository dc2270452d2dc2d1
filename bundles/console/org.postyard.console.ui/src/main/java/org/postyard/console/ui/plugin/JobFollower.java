package org.postyard.console.ui.plugin;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.postyard.console.widgets.page.ProgressLine;
import org.postyard.protocol.JobView;

/** Shows how far a long action of the runtime is until it has ended, with a way to cancel it. Lives on the thread of the user interface. */
final class JobFollower {

    private static final int PAUSE_MILLIS = 250;

    /** Asks the runtime. */
    interface Asker {
        void job(String id, Consumer<Optional<JobView>> answer);

        void cancel(String id);
    }

    private final ProgressLine line;
    private final Asker asker;
    private String cancelled = "";

    JobFollower(ProgressLine line, Asker asker) {
        this.line = line;
        this.asker = asker;
    }

    /** @param ended told how it ended; absent if the runtime does not answer any more */
    void follow(JobView job, Consumer<Optional<JobView>> ended) {
        if (line.isDisposed()) {
            return;
        }
        if (!job.state().equals("running")) {
            // A runtime that starts again gives the same ids to other jobs.
            cancelled = "";
            line.done();
            ended.accept(Optional.of(job));
            return;
        }
        show(job);
        Display display = line.getDisplay();
        display.timerExec(PAUSE_MILLIS, () -> {
            if (!line.isDisposed()) {
                asker.job(job.id(), news -> next(news, ended));
            }
        });
    }

    private void show(JobView job) {
        boolean ending = job.id().equals(cancelled);
        line.show(
                job.title() + ": " + (ending ? "cancelling; " : "") + job.step() + ",",
                OptionalDouble.of(job.percent() / 100.0),
                job.cancellable() && !ending ? Optional.of(() -> cancel(job)) : Optional.empty());
    }

    /** What a step has begun it may have to end first: until then it is seen that somebody has pressed. */
    private void cancel(JobView job) {
        cancelled = job.id();
        show(job);
        asker.cancel(job.id());
    }

    private void next(Optional<JobView> news, Consumer<Optional<JobView>> ended) {
        if (news.isPresent()) {
            follow(news.get(), ended);
        } else if (!line.isDisposed()) {
            cancelled = "";
            line.done();
            ended.accept(Optional.empty());
        }
    }
}
