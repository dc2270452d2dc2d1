package org.postyard.shell.watch;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.operation.Ledger;
import org.postyard.api.spool.Counts;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows the account of all mail. */
@Service
@Command(
        scope = "postyard",
        name = "ledger",
        description = "Shows the account of all mail, per message class",
        detailedDescription = """
                Every accepted recipient is in exactly one column: delivered, relayed, bounced, expired, suppressed, cancelled or queued.
                The difference must be 0; if it is not, mail is missing (positive) or counted twice (negative).

                  postyard:ledger
                """)
public final class ShowLedger extends YardCommand {
    public ShowLedger() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Ledger ledger = yard().ledger();
        Table table = Table.of(
                "Class",
                "#Accepted",
                "#Delivered",
                "#Relayed",
                "#Bounced",
                "#Expired",
                "#Suppressed",
                "#Cancelled",
                "#Queued",
                "#Difference");
        for (Ledger.Line line : ledger.lines()) {
            Counts counts = line.counts();
            table.row(
                    line.messageClass(),
                    counts.accepted(),
                    counts.delivered(),
                    counts.relayed(),
                    counts.bounced(),
                    counts.expired(),
                    counts.suppressed(),
                    counts.cancelled(),
                    line.queued(),
                    line.difference());
        }
        print(table.ifEmpty("No mail was ever accepted"));
        print((ledger.balanced() ? "Balanced" : "NOT BALANCED") + " as of " + Texts.time(ledger.checkedAt())
                + "; possible duplicates since the start: " + ledger.possibleDuplicates());
    }
}
