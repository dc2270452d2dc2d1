package org.postyard.connector.smtp;

import io.netty.handler.ssl.SslHandler;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.TlsMode;

/**
 * The opening of a conversation: greeting, EHLO (or HELO), STARTTLS and EHLO again, AUTH. Event loop only.
 */
final class Handshake implements Exchange {
    /** Learns how the opening went; called once. */
    interface Listener {
        void ready(Capabilities peer);

        /** The peer refused or cannot do what we need: a 5yz reply means for good. */
        void refused(SmtpReply reply);

        /** TLS was tried and did not come about; another connection without it may work. */
        void tlsFailed(SmtpReply reply);
    }

    /**
     * What is wanted of the opening.
     *
     * @param ehloName empty means the address literal of the local end
     */
    record Wish(
            HostPort peer,
            String ehloName,
            TlsMode tls,
            boolean implicitTls,
            Optional<Login> login,
            boolean authWithoutTls) {}

    /** Whose reply comes next. */
    private enum Step {
        GREETING("the greeting"),
        EHLO("the reply to EHLO"),
        HELO("the reply to HELO"),
        STARTTLS("the reply to STARTTLS"),
        TLS("the TLS handshake"),
        AUTH("the reply to AUTH");

        private final String awaited;

        Step(String awaited) {
            this.awaited = awaited;
        }
    }

    private final Conversation conversation;
    private final Patience patience;
    private final TlsContexts tlsContexts;
    private final Wish wish;
    private final Listener listener;
    private Step step = Step.GREETING;
    private Capabilities peer = Capabilities.NONE;
    private boolean encrypted;
    private @Nullable Authentication authentication;

    Handshake(Conversation conversation, Patience patience, TlsContexts tlsContexts, Wish wish, Listener listener) {
        this.conversation = conversation;
        this.patience = patience;
        this.tlsContexts = tlsContexts;
        this.wish = wish;
        this.listener = listener;
    }

    /** To be called when the connection stands. */
    void start() {
        if (wish.implicitTls()) beginTls();
    }

    @Override
    public void replied(ReplyReader reply) {
        switch (step) {
            case GREETING -> greeting(reply);
            case EHLO -> ehlo(reply);
            case HELO -> helo(reply);
            case STARTTLS -> startTls(reply);
            case TLS -> conversation.end(Ending.protocol("the peer spoke during the TLS handshake"));
            case AUTH -> auth(reply);
        }
    }

    private void greeting(ReplyReader reply) {
        if (reply.positive()) sayEhlo();
        else refuse(reply.reply());
    }

    private void sayEhlo() {
        step = Step.EHLO;
        say("EHLO " + ehloName());
    }

    private String ehloName() {
        if (!wish.ehloName().isEmpty()) return wish.ehloName();
        if (!(conversation.channel().localAddress() instanceof InetSocketAddress local)) return "localhost";
        String address = local.getAddress().getHostAddress();
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        return local.getAddress() instanceof Inet6Address ? "[IPv6:" + plain + "]" : "[" + plain + "]";
    }

    private void ehlo(ReplyReader reply) {
        if (!reply.positive()) {
            if (reply.code() < 500
                    || wish.tls() == TlsMode.REQUIRED
                    || wish.login().isPresent()) refuse(reply.reply());
            else {
                step = Step.HELO;
                say("HELO " + ehloName());
            }
            return;
        }
        peer = Capabilities.parse(reply.lines());
        boolean wanted = !encrypted && wish.tls() != TlsMode.OFF;
        if (wanted && peer.startTls()) {
            step = Step.STARTTLS;
            say("STARTTLS");
        } else if (wanted && wish.tls() == TlsMode.REQUIRED)
            refuse(new SmtpReply(451, "4.7.4", "TLS is required and the peer does not offer STARTTLS"));
        else authenticate();
    }

    private void helo(ReplyReader reply) {
        peer = Capabilities.NONE;
        if (reply.positive()) ready();
        else refuse(reply.reply());
    }

    private void startTls(ReplyReader reply) {
        if (reply.positive()) {
            conversation.expectSilence();
            beginTls();
        } else if (wish.tls() == TlsMode.REQUIRED)
            refuse(new SmtpReply(451, "4.7.4", "TLS is required and the peer refused it: " + reply.reply()));
        else if (reply.code() == 421) failTls(reply.reply());
        else authenticate();
    }

    private void beginTls() {
        step = Step.TLS;
        boolean greetingFollows = wish.implicitTls();
        SslHandler handler =
                tlsContexts.handler(conversation.channel().alloc(), wish.peer(), wish.tls() == TlsMode.REQUIRED);
        conversation.channel().pipeline().addFirst(handler);
        handler.handshakeFuture().addListener(handshake -> {
            if (conversation.hasEnded()) return;
            if (!handshake.isSuccess()) {
                failTls(new SmtpReply(
                        451, "4.7.5", "TLS failed: " + handshake.cause().getMessage()));
                return;
            }
            encrypted = true;
            conversation.waitAnew();
            if (greetingFollows) step = Step.GREETING;
            else sayEhlo();
        });
    }

    private void authenticate() {
        if (wish.login().isEmpty()) {
            ready();
            return;
        }
        if (!encrypted && !wish.authWithoutTls()) {
            refuse(new SmtpReply(538, "5.7.11", "there is no TLS to protect the credential of this source"));
            return;
        }
        Optional<Authentication> chosen =
                Authentication.choose(peer.authMechanisms(), wish.login().get());
        if (chosen.isEmpty()) {
            refuse(new SmtpReply(504, "5.5.4", "the peer offers neither AUTH PLAIN nor AUTH LOGIN"));
            return;
        }
        authentication = chosen.get();
        step = Step.AUTH;
        authentication.next().ifPresent(this::say);
    }

    private void auth(ReplyReader reply) {
        if (reply.positive()) {
            ready();
            return;
        }
        Optional<String> next =
                reply.code() == 334 && authentication != null ? authentication.next() : Optional.empty();
        if (next.isPresent()) say(next.get());
        else if (reply.code() >= 400) refuse(reply.reply());
        else conversation.end(Ending.protocol("the peer answered AUTH with " + reply.code()));
    }

    private void say(String line) {
        conversation.write(Commands.line(conversation.channel().alloc(), line));
    }

    private void ready() {
        conversation.finish();
        listener.ready(peer);
    }

    private void refuse(SmtpReply reply) {
        conversation.finish();
        conversation.close();
        listener.refused(reply);
    }

    private void failTls(SmtpReply reply) {
        conversation.finish();
        conversation.end(Ending.closed("TLS failed"));
        listener.tlsFailed(reply);
    }

    @Override
    public void ended(Ending ending) {
        if (step == Step.TLS && ending.kind() != Ending.Kind.CLOSED) listener.tlsFailed(ending.reply());
        else listener.refused(ending.reply());
    }

    @Override
    public Duration patience() {
        return switch (step) {
            case GREETING -> patience.greeting();
            case EHLO, HELO -> patience.ehlo();
            case STARTTLS, TLS -> patience.tls();
            case AUTH -> patience.auth();
        };
    }

    @Override
    public String awaited() {
        return step.awaited;
    }
}
