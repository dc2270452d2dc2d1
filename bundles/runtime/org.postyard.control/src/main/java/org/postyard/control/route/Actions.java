package org.postyard.control.route;

import java.util.concurrent.CompletionStage;
import org.postyard.api.operation.ActionResult;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.ActionView;

/** What an action of the yard answers over HTTP. */
final class Actions {
    private Actions() {}

    /** 200 if it was done, 409 with the yard's own words if not. */
    static CompletionStage<ActionView> answer(CompletionStage<ActionResult> action) {
        return action.thenApply(result -> {
            if (!result.done()) throw Problems.conflict(result.text());
            return YardViews.of(result);
        });
    }
}
