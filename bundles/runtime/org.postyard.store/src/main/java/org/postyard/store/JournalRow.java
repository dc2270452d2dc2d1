package org.postyard.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;

/** One DeliveryEvent in the database. */
@Entity
@Table(name = "journal_event")
class JournalRow {
    @Id
    private long id;

    private String kind = "";

    @Column(name = "time_micros")
    private long timeMicros;

    @Column(name = "message_id")
    private long messageId;

    @Column(name = "recipient_index")
    private int recipientIndex;

    private String sender = "";

    private String recipient = "";

    @Column(name = "recipient_key")
    private long recipientKey;

    private String tenant = "";

    private String campaign = "";

    @Column(name = "message_class")
    private String messageClass = "";

    @Column(name = "received_micros")
    private long receivedMicros;

    @Column(name = "size_bytes")
    private int sizeBytes;

    private String client = "";

    @Column(name = "attempt_number")
    private int attemptNumber;

    private String pool = "";

    private String source = "";

    private String server = "";

    private String site = "";

    private String provider = "";

    private String peer = "";

    @Column(name = "reply_code")
    private int replyCode;

    @Column(name = "enhanced_code")
    private String enhancedCode = "";

    @Column(name = "bounce_class")
    private String bounceClass = "";

    @Column(name = "duration_millis")
    private int durationMillis;

    private boolean unconfirmed;

    private String reason = "";

    /** In the order of {@link #bind}. */
    static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "time_micros",
            "message_id",
            "recipient_index",
            "sender",
            "recipient",
            "recipient_key",
            "tenant",
            "campaign",
            "message_class",
            "received_micros",
            "size_bytes",
            "client",
            "attempt_number",
            "pool",
            "source",
            "server",
            "site",
            "provider",
            "peer",
            "reply_code",
            "enhanced_code",
            "bounce_class",
            "duration_millis",
            "unconfirmed",
            "reason");

    /** For Hibernate. */
    protected JournalRow() {}

    JournalRow(int node, DeliveryEvent event) {
        AttemptTrace attempt = event.attempt();
        id = EventPlace.id(node, event.sequence());
        kind = event.kind().name();
        timeMicros = Microseconds.of(event.time());
        messageId = event.message().value();
        recipientIndex = event.recipientIndex();
        sender = StorableText.of(event.sender());
        recipient = StorableText.of(event.recipient());
        recipientKey = EventPlace.key(EventPlace.era(id), Sightings.hashOfRecipient(recipient));
        tenant = StorableText.of(event.tenant());
        campaign = StorableText.of(event.campaign());
        messageClass = event.messageClass().name();
        receivedMicros = Microseconds.of(event.receivedAt());
        sizeBytes = event.sizeBytes();
        client = StorableText.of(event.client());
        reason = StorableText.of(event.reason());
        attemptNumber = attempt.number();
        pool = StorableText.of(attempt.pool());
        source = StorableText.of(attempt.source());
        server = StorableText.of(attempt.server());
        site = StorableText.of(attempt.site());
        provider = StorableText.of(attempt.provider());
        peer = StorableText.of(attempt.peer());
        replyCode = attempt.replyCode();
        enhancedCode = StorableText.of(attempt.enhancedCode());
        bounceClass = attempt.bounceClass().name();
        durationMillis = attempt.millis();
        unconfirmed = attempt.unconfirmed();
    }

    /** Puts the values in the order of {@link #COLUMNS}. */
    void bind(PreparedStatement statement) throws SQLException {
        int position = 0;
        statement.setLong(++position, id);
        statement.setString(++position, kind);
        statement.setLong(++position, timeMicros);
        statement.setLong(++position, messageId);
        statement.setInt(++position, recipientIndex);
        statement.setString(++position, sender);
        statement.setString(++position, recipient);
        statement.setLong(++position, recipientKey);
        statement.setString(++position, tenant);
        statement.setString(++position, campaign);
        statement.setString(++position, messageClass);
        statement.setLong(++position, receivedMicros);
        statement.setInt(++position, sizeBytes);
        statement.setString(++position, client);
        statement.setInt(++position, attemptNumber);
        statement.setString(++position, pool);
        statement.setString(++position, source);
        statement.setString(++position, server);
        statement.setString(++position, site);
        statement.setString(++position, provider);
        statement.setString(++position, peer);
        statement.setInt(++position, replyCode);
        statement.setString(++position, enhancedCode);
        statement.setString(++position, bounceClass);
        statement.setInt(++position, durationMillis);
        statement.setBoolean(++position, unconfirmed);
        statement.setString(++position, reason);
    }

    DeliveryEvent event() {
        return new DeliveryEvent(
                EventPlace.sequence(id),
                EventKind.valueOf(kind),
                Microseconds.instant(timeMicros),
                new MessageId(messageId),
                recipientIndex,
                sender,
                recipient,
                tenant,
                campaign,
                new MessageClass(messageClass),
                Microseconds.instant(receivedMicros),
                sizeBytes,
                client,
                attempt(),
                reason);
    }

    private AttemptTrace attempt() {
        return new AttemptTrace(
                attemptNumber,
                pool,
                source,
                server,
                site,
                provider,
                peer,
                replyCode,
                enhancedCode,
                BounceClass.valueOf(bounceClass),
                durationMillis,
                unconfirmed);
    }

    long id() {
        return id;
    }

    long timeMicros() {
        return timeMicros;
    }
}
