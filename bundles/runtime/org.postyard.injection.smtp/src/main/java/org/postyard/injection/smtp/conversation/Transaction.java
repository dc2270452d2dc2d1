package org.postyard.injection.smtp.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Recipient;
import org.postyard.injection.smtp.command.MailCommand;
import org.postyard.injection.smtp.content.BodyBuffer;

/** One mail transaction, from MAIL to the end of its message (RFC 5321 §3.3). Owned by the event loop of its conversation. */
final class Transaction {
    private final MailCommand mail;
    private final List<Recipient> recipients = new ArrayList<>(2);
    private @Nullable BodyBuffer body;
    private boolean chunked;
    private boolean failed;

    Transaction(MailCommand mail) {
        this.mail = mail;
    }

    MailCommand mail() {
        return mail;
    }

    List<Recipient> recipients() {
        return recipients;
    }

    @Nullable
    BodyBuffer body() {
        return body;
    }

    void receiveInto(BodyBuffer newBody) {
        body = newBody;
    }

    /** Whether BDAT has been used (RFC 3030 §2: then DATA must not be). */
    boolean chunked() {
        return chunked;
    }

    void useChunks() {
        chunked = true;
    }

    /** Whether a chunk was refused, so that no later one can be accepted. */
    boolean failed() {
        return failed;
    }

    void fail() {
        failed = true;
        close();
    }

    Envelope envelope(boolean eightBit) {
        return new Envelope(mail.sender(), recipients, mail.dsnReturn(), mail.envelopeId(), eightBit, mail.smtpUtf8());
    }

    /** Gives memory back; may be repeated. */
    void close() {
        if (body != null) body.close();
        body = null;
    }
}
