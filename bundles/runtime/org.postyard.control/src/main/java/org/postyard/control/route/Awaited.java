package org.postyard.control.route;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.JobDesk;
import org.postyard.api.operation.ActionResult;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.ActionView;

/** What the engine answers, waited for on the thread of the request: people's actions are few, and their answers near. */
final class Awaited {
    private static final long TIMEOUT_SECONDS = 30;

    private Awaited() {}

    static <T> T of(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw ProblemMapper.problemOf(e);
        } catch (TimeoutException e) {
            throw Problems.unavailable(
                    "The engine does not answer; the action may still happen.", Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The node is stopping.", Duration.ofSeconds(5));
        }
    }

    /** The job when it has ended; 503 if it takes longer, and goes on. */
    static Job job(JobDesk jobs, Job begun, Duration patience) {
        try {
            return jobs.await(begun.id(), patience)
                    .filter(job -> !job.running())
                    .orElseThrow(() -> Problems.unavailable(
                            "It takes long and goes on; see job " + begun.id() + ".", Duration.ofSeconds(5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("The node is stopping.", Duration.ofSeconds(5));
        }
    }

    /** 200 if it was done, 409 with the yard's own words if not. */
    static ActionView action(CompletionStage<ActionResult> action) {
        ActionResult result = of(action);
        if (!result.done()) throw Problems.conflict(result.text());
        return YardViews.of(result);
    }
}
