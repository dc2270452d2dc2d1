package org.postyard.shell.suppression;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.suppression.Suppression;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.SuppressionReasons;

/** Suppresses an address. */
@Service
@Command(
        scope = "postyard",
        name = "suppress",
        description = "Suppresses an address or a whole domain: mail to it is not sent any more",
        detailedDescription = """
                Also what is queued already is not sent; it ends as suppressed.

                  postyard:suppress anna@example.com
                  postyard:suppress --reason complaint --tenant acme anna@example.com
                  postyard:suppress --expires 30d @example.com
                """)
public final class SuppressAddress extends YardCommand {
    @Option(name = "--reason", description = "Why: unsubscribed, hard-bounce, complaint or manual")
    @Completion(SuppressionReasons.class)
    private String reason = "manual";

    @Option(name = "--tenant", description = "Only for mail of this tenant; everybody's if left out")
    private @Nullable String tenant;

    @Option(name = "--expires", description = "When the entry ends by itself: 12h, 30d, or a time; never if left out")
    private @Nullable String expires;

    @Argument(index = 0, name = "address", description = "Address, or @domain for all of a domain", required = true)
    private String address = "";

    public SuppressAddress() {
        super(Operation.EDIT_SUPPRESSIONS);
    }

    @Override
    protected void run() throws CommandException {
        String suppressed = Addresses.parse(address);
        Suppression.Reason why = Texts.parse(Suppression.Reason.class, reason);
        Optional<Instant> end = expires == null ? Optional.empty() : Optional.of(Texts.future(expires, now()));
        suppressions().add(new Suppression(suppressed, why, Optional.ofNullable(tenant), author(), now(), end));
        print("Mail" + (tenant == null ? "" : " of tenant " + tenant) + " to " + suppressed + " is suppressed"
                + end.map(time -> " until " + Texts.time(time)).orElse(""));
    }
}
