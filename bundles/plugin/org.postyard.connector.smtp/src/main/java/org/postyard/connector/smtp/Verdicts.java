package org.postyard.connector.smtp;

import java.util.Locale;
import java.util.Optional;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.SmtpReply;

/** What a refusing reply means for a recipient. */
final class Verdicts {
    private Verdicts() {}

    /** A reply to MAIL, DATA, BDAT or the final dot. */
    static AttemptResult onMessage(SmtpReply reply, boolean attempted) {
        return reply.permanent() && !aboutUs(reply.code())
                ? new AttemptResult.Bounced(reply)
                : deferred(reply, attempted);
    }

    /** A reply to RCPT. */
    static AttemptResult onRecipient(SmtpReply reply, boolean othersAccepted) {
        if (othersAccepted && tooManyRecipients(reply)) return deferred(reply, false);
        return onMessage(reply, true);
    }

    static AttemptResult deferred(SmtpReply reply, boolean attempted) {
        return new AttemptResult.Deferred(reply, Optional.empty(), attempted);
    }

    /**
     * Bad sequence, AUTH or TLS wanted (503, and RFC 4954 §6): says that our side is set up wrongly, nothing about the
     * recipient, so the mail is kept.
     */
    private static boolean aboutUs(int code) {
        return code == 503 || code == 530 || code == 534 || code == 535 || code == 538;
    }

    /** RFC 5321 §4.5.3.1.10: 452, and 552 from servers of RFC 821's time. */
    private static boolean tooManyRecipients(SmtpReply reply) {
        if (reply.enhancedCode().endsWith(".5.3")) return true;
        boolean unclear = reply.enhancedCode().isEmpty();
        if (reply.code() == 452 && unclear) return true;
        return reply.code() == 552
                && unclear
                && reply.text().toLowerCase(Locale.ROOT).contains("too many recipients");
    }
}
