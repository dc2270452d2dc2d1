package org.postyard.shell.message;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.MessageStatus;
import org.postyard.api.operation.MessageStatus.RecipientStatus;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows all that is known of one message. */
@Service
@Command(
        scope = "postyard",
        name = "message",
        description = "Shows one message: where each recipient stands, and every attempt with the reply that it got",
        detailedDescription = """
                The id is in the reply to the client, in the Received header and in postyard:messages.

                  postyard:message 05gn6t6eg8000
                """)
public final class ShowMessage extends YardCommand {
    @Argument(index = 0, name = "id", description = "Id of the message, 13 characters", required = true)
    private String id = "";

    public ShowMessage() {
        super(Operation.READ_ADDRESSES);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        MessageId message = MessageId.parse(id)
                .orElseThrow(() -> new CommandException(
                        "'" + id + "' is not the id of a message; ids have 13 characters, such as 05gn6t6eg8000"));
        Optional<MessageStatus> status = await(yard().message(message));
        List<DeliveryEvent> history = journal().find(JournalQuery.ofMessage(message));
        if (status.isEmpty() && history.isEmpty())
            throw new CommandException(
                    "Message " + id + " is unknown: it was never accepted, or its history has been removed");
        if (status.isPresent()) show(status.get());
        else print("Message " + message + " is no longer queued: every recipient has ended");
        print(EventTable.ofHistory(history).ifEmpty("No events in the journal yet"));
    }

    private void show(MessageStatus status) {
        Message message = status.message();
        print("Message " + message.id() + " from <" + message.envelope().sender() + ">, " + message.sizeBytes()
                + " bytes, received " + Texts.time(message.receivedAt()) + " ("
                + Texts.age(message.receivedAt(), now()) + " ago) from " + Texts.orDash(message.client()));
        print("Tenant " + message.handling().tenant() + ", campaign "
                + Texts.orDash(message.handling().campaign()) + ", class "
                + message.handling().messageClass() + ", priority "
                + Texts.word(message.handling().priority()));
        Table table = Table.of("Recipient", "State", "#Failed attempts", "Next", "Reason");
        for (RecipientStatus recipient : status.recipients()) {
            boolean ended = recipient.state().equals("ended");
            table.row(
                    recipient.address(),
                    recipient.state(),
                    recipient.failedAttempts(),
                    ended ? "-" : Texts.until(recipient.nextAttempt(), now()),
                    Texts.orDash(recipient.reason()));
        }
        print(table);
    }
}
