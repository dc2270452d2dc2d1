package org.postyard.engine.yard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postyard.api.message.Content;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.Priority;
import org.postyard.api.message.Recipient;
import org.postyard.engine.outcome.ReportWriter;
import org.postyard.engine.queue.HotMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends delivery status notifications: messages of our own with a null sender, which enter the yard like any other. Dispatcher thread only. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final long RETRY_NANOS = Duration.ofSeconds(5).toNanos();

    private final YardServices services;
    private final Dispatcher dispatcher;
    private final Intake intake;

    Reports(YardServices services, Dispatcher dispatcher, Intake intake) {
        this.services = services;
        this.dispatcher = dispatcher;
        this.intake = intake;
    }

    /** Writes a report and makes it durable; then, and not before, goes on with what it reports. */
    void send(ReportWriter.Action action, HotMessage about, List<ReportWriter.Fate> fates, Runnable then) {
        services.work().execute(() -> {
            Content content;
            try {
                content = services.reports()
                        .write(
                                action,
                                about.message(),
                                about.content(),
                                fates,
                                services.clock().instant());
            } catch (RuntimeException trouble) {
                LOG.error(
                        "report cannot be written, settled without it message={}",
                        about.message().id(),
                        trouble);
                dispatcher.execute(then);
                return;
            }
            Message report = new Message(
                    services.messageIds().next(),
                    envelope(about.message().envelope().sender(), content),
                    handling(about.message().handling().tenant()),
                    services.clock().instant(),
                    "",
                    content.sizeBytes());
            offer(report, content, then);
        });
    }

    private static Envelope envelope(String recipient, Content content) {
        boolean eightBit = false;
        for (byte octet : content.bytes()) eightBit |= octet < 0;
        return new Envelope("", List.of(Recipient.of(recipient)), DsnReturn.UNSPECIFIED, "", eightBit, false);
    }

    private static Handling handling(String tenant) {
        return new Handling(
                tenant, "", MessageClass.SYSTEM, Priority.HIGH, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void offer(Message report, Content content, Runnable then) {
        intake.accept(report, content, List.of())
                .whenComplete((committed, trouble) -> dispatcher.execute(() -> {
                    if (trouble == null) then.run();
                    else {
                        LOG.warn(
                                "report is not durable, offered again message={} reason={}",
                                report.id(),
                                trouble.toString());
                        dispatcher.after(RETRY_NANOS, () -> offer(report, content, then));
                    }
                }));
    }
}
