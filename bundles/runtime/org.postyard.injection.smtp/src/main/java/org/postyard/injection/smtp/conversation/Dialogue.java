package org.postyard.injection.smtp.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.injection.InjectionResult.Refused;
import org.postyard.api.message.Recipient;
import org.postyard.injection.smtp.command.CommandLine;
import org.postyard.injection.smtp.command.HelloName;
import org.postyard.injection.smtp.command.MailCommand;
import org.postyard.injection.smtp.command.RecipientCommand;
import org.postyard.injection.smtp.login.Verdict;
import org.postyard.injection.smtp.reply.Replies;
import org.postyard.injection.smtp.reply.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of the conversation: what each command does in each state, and what the client is told (RFC 5321 §4). Owned by its event loop. */
final class Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);

    private final Services services;
    private final Settings settings;
    private final Client client;
    private final Wire wire;
    private final Intake intake;
    private String hello = "";
    private boolean extended;
    private boolean encrypted;
    private boolean authenticated;
    private @Nullable Authentication authentication;
    private @Nullable Transaction transaction;
    private int badCommands;
    private int idleCommands;
    private int loginFailures;

    Dialogue(Services services, LoopResources resources, Client client, Wire wire, boolean encrypted) {
        this.services = services;
        this.settings = services.settings();
        this.client = client;
        this.wire = wire;
        this.encrypted = encrypted;
        this.intake = new Intake(services, resources, client, wire, this::messageEnded);
    }

    void greet() {
        wire.reply(Reply.of(220, "", settings.hostName() + " ESMTP Postyard"));
    }

    /** Takes one line, which is a command unless an authentication is under way. */
    void line(CommandLine line) {
        if (authentication != null) continueAuthentication(authentication.answer(line.rest()));
        else if (line.hasControls()) garbled(Replies.BAD_CHARACTERS);
        else command(line);
    }

    /** Answers a line that cannot be read as a command. */
    void garbled(Reply reply) {
        authentication = null;
        answer(reply);
    }

    private void command(CommandLine line) {
        switch (line.verb()) {
            case RCPT -> answer(recipient(line));
            case MAIL -> answer(mail(line));
            case DATA -> data(line);
            case BDAT -> intake.chunk(line, transaction);
            case RSET -> idle(line.atEnd() ? reset() : Replies.NO_PARAMETER_ALLOWED);
            case EHLO -> idle(hello(line, true));
            case HELO -> idle(hello(line, false));
            case QUIT -> answer(line.atEnd() ? Replies.BYE : Replies.NO_PARAMETER_ALLOWED);
            case NOOP -> idle(Replies.OK);
            case AUTH -> authenticate(line);
            case STARTTLS -> startTls(line);
            case VRFY -> idle(line.atEnd() ? Reply.of(501, "5.5.4", "Syntax: VRFY address") : Replies.CANNOT_VERIFY);
            case EXPN -> idle(Replies.NO_LISTS);
            case HELP -> idle(Replies.HELP);
            case UNKNOWN -> answer(Replies.UNKNOWN_COMMAND);
        }
    }

    /** Replies, and ends the conversation with a client that keeps saying what nobody understands. */
    private void answer(Reply reply) {
        if (reply.refuses()) services.counters().commandsRefused.increment();
        wire.reply(reply);
        boolean bad = reply.code() == 500 || reply.code() == 502 || reply.code() == 504;
        if (bad && ++badCommands > settings.maxBadCommands()) {
            LOG.info("too many bad commands session={} client={}", client.session(), client.text());
            wire.reply(Replies.TOO_MANY_BAD_COMMANDS);
        }
    }

    /** Replies to a command that brings no mail nearer. */
    private void idle(Reply reply) {
        answer(reply);
        if (++idleCommands > settings.maxIdleCommands()) {
            LOG.info("too many commands without mail session={} client={}", client.session(), client.text());
            wire.reply(Replies.TOO_MANY_IDLE_COMMANDS);
        }
    }

    private Reply hello(CommandLine line, boolean extensions) {
        Optional<String> name = HelloName.read(line);
        if (name.isEmpty()) return Replies.HELLO_NEEDS_NAME;
        reset();
        hello = name.get();
        extended = extensions;
        return extensions ? Reply.lines(250, capabilities()) : Reply.of(250, "", settings.hostName());
    }

    private List<String> capabilities() {
        List<String> lines = new ArrayList<>();
        lines.add(settings.hostName());
        lines.add("PIPELINING");
        lines.add("SIZE " + settings.maxMessageBytes());
        lines.add("8BITMIME");
        lines.add("SMTPUTF8");
        lines.add("CHUNKING");
        lines.add("DSN");
        if (!encrypted && services.tls().isPresent()) lines.add("STARTTLS");
        if (encrypted) lines.add("AUTH PLAIN LOGIN");
        lines.add("ENHANCEDSTATUSCODES");
        return lines;
    }

    private Reply reset() {
        if (transaction != null) transaction.close();
        transaction = null;
        return Replies.OK;
    }

    private Reply mail(CommandLine line) {
        if (hello.isEmpty()) return Replies.HELLO_FIRST;
        if (!client.trusted() && !authenticated) return notAllowed();
        if (transaction != null && !transaction.failed()) return Replies.NESTED_MAIL;
        return MailCommand.read(line, extended).fold(this::begin, fault -> fault);
    }

    private Reply notAllowed() {
        if (encrypted) return Replies.AUTHENTICATION_NEEDED;
        return services.tls().isPresent() ? Replies.TLS_NEEDED : Replies.NOT_FROM_HERE;
    }

    private Reply begin(MailCommand mail) {
        if (mail.declaredBytes() > settings.maxMessageBytes()) return Replies.TOO_LARGE;
        Optional<Refused> refusal = services.desk().refusalNow();
        if (refusal.isPresent()) return Replies.refused(refusal.get());
        if (!services.budget().hasRoomFor(mail.declaredBytes())) return Replies.NO_MEMORY;
        transaction = new Transaction(mail);
        return Replies.SENDER_OK;
    }

    private Reply recipient(CommandLine line) {
        Transaction current = transaction;
        if (current == null) return Replies.MAIL_FIRST;
        if (current.chunked()) return Reply.of(503, "5.5.1", "RCPT comes before BDAT");
        if (current.recipients().size() >= settings.maxRecipients()) return Replies.TOO_MANY_RECIPIENTS;
        return RecipientCommand.read(line, extended, current.mail().smtpUtf8())
                .fold(recipient -> add(current, recipient), fault -> fault);
    }

    private static Reply add(Transaction current, Recipient recipient) {
        current.recipients().add(recipient);
        return Replies.RECIPIENT_OK;
    }

    private void data(CommandLine line) {
        if (!line.atEnd()) answer(Replies.NO_PARAMETER_ALLOWED);
        else if (transaction == null) answer(Replies.MAIL_FIRST);
        else if (transaction.chunked()) answer(Replies.DATA_AFTER_BDAT);
        else if (transaction.recipients().isEmpty()) answer(Replies.RECIPIENT_FIRST);
        else intake.data(transaction);
    }

    void dataReceived() {
        if (transaction != null) intake.dataReceived(transaction, hello, protocol(transaction));
    }

    void chunkReceived() {
        intake.chunkReceived(transaction, hello, transaction == null ? "" : protocol(transaction));
    }

    /** RFC 3848 and RFC 6531 §4.3: IANA's mail transmission types. */
    private String protocol(Transaction current) {
        if (!extended) return "SMTP";
        String security = (encrypted ? "S" : "") + (authenticated ? "A" : "");
        return (current.mail().smtpUtf8() ? "UTF8SMTP" : "ESMTP") + security;
    }

    /** Called when a message has its reply, good or bad. */
    private void messageEnded(boolean accepted) {
        reset();
        if (accepted) idleCommands = 0;
    }

    private void startTls(CommandLine line) {
        if (!line.atEnd()) answer(Replies.NO_PARAMETER_ALLOWED);
        else if (encrypted) answer(Replies.TLS_ALREADY);
        else if (services.tls().isEmpty()) answer(Replies.TLS_UNAVAILABLE);
        else if (transaction != null) answer(Replies.NOT_IN_TRANSACTION);
        else if (wire.hasMoreInput()) {
            LOG.warn("octets after STARTTLS refused session={} client={}", client.session(), client.text());
            answer(Replies.OCTETS_AFTER_STARTTLS);
        } else {
            answer(Replies.START_TLS);
            wire.startTls(services.tls().get());
            encrypted = true;
            hello = "";
            extended = false;
        }
    }

    private void authenticate(CommandLine line) {
        if (!extended) answer(Replies.HELLO_FIRST);
        else if (!encrypted) answer(services.tls().isPresent() ? Replies.NO_AUTH_IN_CLEAR : Replies.AUTH_UNAVAILABLE);
        else if (authenticated) answer(Replies.ALREADY_AUTHENTICATED);
        else if (transaction != null) answer(Replies.NOT_IN_TRANSACTION);
        else if (services.brake().blocks(client.address())) answer(Replies.AUTH_BLOCKED);
        else {
            Optional<Authentication> started = Authentication.of(line.keyword());
            authentication = started.orElse(null);
            if (authentication == null) answer(Replies.UNKNOWN_MECHANISM);
            else continueAuthentication(authentication.start(line.rest()));
        }
    }

    private void continueAuthentication(Authentication.Progress progress) {
        Optional<Reply> question = progress.reply();
        if (progress.credentials().isEmpty()) {
            if (question.isPresent() && question.get().refuses()) authentication = null;
            question.ifPresent(this::answer);
            return;
        }
        authentication = null;
        Authentication.Credentials credentials = progress.credentials().get();
        wire.await(services.accounts().check(credentials.user(), credentials.password()), Verdict.BUSY, verdict -> {
            switch (verdict) {
                case PASSED -> loginPassed(credentials.user());
                case FAILED -> loginFailed();
                case BUSY -> answer(Replies.AUTH_BUSY);
            }
        });
    }

    private void loginPassed(String user) {
        authenticated = true;
        services.brake().passed(client.address());
        services.counters().loginsPassed.increment();
        LOG.info("authenticated session={} client={} user={}", client.session(), client.text(), user);
        answer(Replies.AUTHENTICATED);
    }

    private void loginFailed() {
        services.brake().failed(client.address());
        services.counters().loginsFailed.increment();
        LOG.warn("authentication failed session={} client={}", client.session(), client.text());
        answer(Replies.AUTH_FAILED);
        if (++loginFailures >= settings.maxLoginFailures()) wire.reply(Replies.TOO_MANY_AUTH_FAILURES);
    }

    /** Gives memory back when the connection is gone; may be repeated. */
    void close() {
        reset();
    }
}
