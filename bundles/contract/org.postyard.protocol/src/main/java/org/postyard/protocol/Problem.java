package org.postyard.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Why a request failed (RFC 9457), sent as {@code application/problem+json}.
 *
 * @param type what kind of problem: {@code urn:postyard:problem:} and a word
 * @param title the kind in words, the same for every problem of the kind
 * @param detail one sentence on this very problem and what to do
 * @param correlationId finds the cause in the log of the node; only for errors of the server
 * @param errors what is wrong where, if it can be told part by part
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        Optional<String> correlationId,
        List<FieldProblem> errors) {
    public Problem {
        errors = List.copyOf(errors);
    }
}
