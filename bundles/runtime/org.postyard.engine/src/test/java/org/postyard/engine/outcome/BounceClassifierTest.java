package org.postyard.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.delivery.SmtpReply;

class BounceClassifierTest {
    private final BounceClassifier classifier = new BounceClassifier();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550|5.1.1|The email account that you tried to reach does not exist|BAD_MAILBOX",
                "550|5.1.10|Recipient not found by SMTP address lookup|BAD_DOMAIN",
                "552|5.2.2|The email account that you tried to reach is over quota|QUOTA",
                "452|4.2.2|The recipient's inbox is out of storage space|QUOTA",
                "552|5.3.4|Message too big for system|TOO_LARGE",
                "421|4.7.28|Our system has detected an unusual rate of unsolicited mail|RATE_LIMIT",
                "550|5.7.26|This mail is unauthenticated|AUTHENTICATION",
                "550|5.7.515|Access denied, sending domain does not meet the required authentication level|AUTHENTICATION",
                "554|5.7.1|Service unavailable; Client host blocked using zen.spamhaus.org|REPUTATION",
                "550|5.7.1|Message rejected as spam|CONTENT",
                "550|5.7.1|Relay access denied|POLICY",
                "451|4.4.1|connection refused|NETWORK",
                "451|4.4.3|DNS did not answer|DNS",
                "550||User unknown|BAD_MAILBOX",
                "550||Mailbox disabled|INACTIVE_MAILBOX",
                "500||Command unrecognized|PROTOCOL",
                "451||Something nobody has ever said|OTHER",
            })
    void aReplyMeansWhatItsCodeOrItsWordsSay(int code, String enhanced, String text, BounceClass expected) {
        SmtpReply reply = new SmtpReply(code, enhanced == null ? "" : enhanced, text);
        assertThat(classifier.classify(reply)).isEqualTo(expected);
    }
}
