package org.postyard.testkit.delivery;

import java.util.List;

/**
 * One message as it arrived at a {@link RecordingSmtpSink}, recorded before the reply to its end.
 *
 * @param connection number of the connection, counted from 1
 * @param mail the MAIL command
 * @param recipients the RCPT commands that were accepted
 * @param chunked whether it came by BDAT
 * @param wire octets between DATA's reply and the end of the final dot, or of the chunks
 * @param content what a strict server stores: without second dots and without the final dot
 */
public record SinkTransaction(
        int connection, String mail, List<String> recipients, boolean chunked, byte[] wire, byte[] content) {
    public SinkTransaction {
        recipients = List.copyOf(recipients);
    }
}
