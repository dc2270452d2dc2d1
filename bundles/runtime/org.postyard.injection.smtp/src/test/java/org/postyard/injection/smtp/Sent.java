package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.postyard.api.injection.Submission;

/** What the desk was offered, apart from the trace header that the listener has put before it. */
final class Sent {
    private Sent() {}

    /** The client's own octets, one char each. */
    static String text(Submission submission) {
        String all = new String(submission.content().bytes(), StandardCharsets.ISO_8859_1);
        return all.substring(traceHeader(submission).length());
    }

    /** The trace header with its line ends: the first field and its folded lines. */
    static String traceHeader(Submission submission) {
        String all = new String(submission.content().bytes(), StandardCharsets.ISO_8859_1);
        assertThat(all).startsWith("Received: from ");
        int end = all.indexOf("\r\n");
        while (all.startsWith("\t", end + 2)) end = all.indexOf("\r\n", end + 2);
        return all.substring(0, end + 2);
    }
}
