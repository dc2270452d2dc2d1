package org.postyard.simulator;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.postyard.simulator.SmtpFraming.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP conversation with a client: reads commands, asks the provider, answers. Runs on its channel's event loop. */
final class SmtpConversation extends SimpleChannelInboundHandler<Frame> {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpConversation.class);

    private final MailboxProvider provider;
    private final String mx;
    private final Arrivals arrivals;
    private final SmtpFraming framing;
    private final MessageIntake intake;

    private String ip = "";
    private SourceKey source = new SourceKey("", "");
    private Optional<Visit> visit = Optional.empty();
    private boolean mailGiven;
    private boolean chunking;
    private boolean lastChunk;

    SmtpConversation(
            MailboxProvider provider, String mx, Arrivals arrivals, SmtpFraming framing, MessageIntake intake) {
        this.provider = provider;
        this.mx = mx;
        this.arrivals = arrivals;
        this.framing = framing;
        this.intake = intake;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        ip = ((InetSocketAddress) context.channel().remoteAddress())
                .getAddress()
                .getHostAddress();
        context.writeAndFlush(text(context, "220 " + mx + " ESMTP simulated\r\n"));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Frame frame) {
        if (!context.channel().isActive()) return;
        if (frame instanceof Frame.Line line) command(context, line.text());
        else if (frame instanceof Frame.ContentEnd) contentEnded(context);
        else end(context, "500 5.5.2 Line too long\r\n");
    }

    private void command(ChannelHandlerContext context, String line) {
        int space = line.indexOf(' ');
        String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        String argument = space < 0 ? "" : line.substring(space + 1).strip();
        switch (verb) {
            case "EHLO", "HELO" -> hello(context, argument, verb.equals("EHLO"));
            case "MAIL" -> mail(context, argument);
            case "RCPT" -> recipient(context, argument);
            case "DATA" -> data(context);
            case "BDAT" -> chunk(context, argument);
            case "RSET" -> reset(context);
            case "NOOP" -> say(context, "250 2.0.0 OK\r\n");
            case "VRFY" -> say(context, "252 2.1.5 Send some mail, I'll try my best\r\n");
            case "QUIT" -> end(context, "221 2.0.0 " + mx + " closing connection\r\n");
            default -> say(context, "502 5.5.1 Unrecognized command\r\n");
        }
    }

    private void hello(ChannelHandlerContext context, String name, boolean extended) {
        if (name.isEmpty()) {
            say(context, "501 5.5.4 Name required\r\n");
            return;
        }
        leave();
        source = new SourceKey(ip, name.toLowerCase(Locale.ROOT));
        visit = provider.welcome(source);
        if (visit.isEmpty()) {
            refuse(context, provider.rules().reply(ProviderRules.Occasion.TOO_MANY_CONNECTIONS), "");
        } else if (extended) {
            say(context, extensions());
        } else {
            say(context, "250 " + mx + "\r\n");
        }
    }

    private String extensions() {
        return "250-" + mx + " at your service, [" + ip + "]\r\n250-SIZE "
                + provider.rules().maxMessageBytes()
                + "\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 SMTPUTF8\r\n";
    }

    private void mail(ChannelHandlerContext context, String argument) {
        if (visit.isEmpty() || mailGiven || !MailParameters.isFrom(argument)) {
            say(context, "503 5.5.1 EHLO first, and one MAIL FROM:<address> at a time\r\n");
            return;
        }
        Verdict verdict = provider.sender(visit.get(), MailParameters.sizeBytes(argument));
        answer(context, verdict, "", () -> {
            mailGiven = true;
            chunking = false;
            intake.begin();
            say(context, "250 2.1.0 OK\r\n");
        });
    }

    private void recipient(ChannelHandlerContext context, String argument) {
        if (visit.isEmpty() || !mailGiven || !MailParameters.isTo(argument)) {
            say(context, "503 5.5.1 MAIL first, then RCPT TO:<address>\r\n");
            return;
        }
        String address = MailParameters.address(argument);
        Verdict verdict = provider.recipient(visit.get(), address);
        answer(context, verdict, address, () -> say(context, "250 2.1.5 OK\r\n"));
    }

    private boolean readyForContent() {
        return mailGiven && visit.map(own -> !own.recipients().isEmpty()).orElse(false);
    }

    private void data(ChannelHandlerContext context) {
        if (!readyForContent() || chunking) {
            say(context, "503 5.5.1 RCPT first\r\n");
            return;
        }
        framing.expectContent();
        lastChunk = true;
        say(context, "354 Go ahead\r\n");
    }

    private void chunk(ChannelHandlerContext context, String argument) {
        String[] words = argument.split(" +", -1);
        if (!words[0].matches("\\d{1,10}")) {
            end(context, "501 5.5.4 BDAT needs a size\r\n");
            return;
        }
        chunking = true;
        lastChunk = words.length > 1 && words[1].equalsIgnoreCase("LAST");
        long bytes = Long.parseLong(words[0]);
        if (bytes == 0) contentEnded(context);
        else framing.expectChunk(bytes);
    }

    private void contentEnded(ChannelHandlerContext context) {
        if (!readyForContent()) {
            say(context, "503 5.5.1 RCPT first\r\n");
        } else if (!lastChunk) {
            say(context, "250 2.0.0 " + intake.bytes() + " octets so far\r\n");
        } else {
            finish(context, visit.orElseThrow());
        }
    }

    private void finish(ChannelHandlerContext context, Visit own) {
        MessageEnd end = provider.end(own, intake.bytes());
        if (end.accepts()) arrivals.accepted(provider, source, own, intake);
        forgetTransaction();
        Runnable reply = () -> answer(
                context,
                end.verdict(),
                "",
                () -> say(context, "250 2.0.0 OK " + Long.toString(System.nanoTime(), 36) + " - simulated\r\n"));
        if (end.after().isZero()) reply.run();
        else later(context, end.after().toMillis(), reply);
    }

    private void later(ChannelHandlerContext context, long millis, Runnable reply) {
        framing.pause();
        context.executor()
                .schedule(
                        () -> {
                            reply.run();
                            context.flush();
                            framing.resume();
                            context.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER);
                        },
                        millis,
                        TimeUnit.MILLISECONDS);
    }

    private void reset(ChannelHandlerContext context) {
        forgetTransaction();
        say(context, "250 2.0.0 OK\r\n");
    }

    private void forgetTransaction() {
        mailGiven = false;
        chunking = false;
        visit.ifPresent(provider::transactionEnded);
    }

    private void answer(ChannelHandlerContext context, Verdict verdict, String recipient, Runnable proceed) {
        verdict.fold(new Verdict.Cases<Boolean>() {
            @Override
            public Boolean proceed() {
                proceed.run();
                return true;
            }

            @Override
            public Boolean refuse(Reply reply) {
                SmtpConversation.this.refuse(context, reply, recipient);
                return true;
            }

            @Override
            public Boolean disconnect() {
                context.flush(); // what was answered before still goes out
                context.close();
                return true;
            }

            @Override
            public Boolean silence() {
                framing.pause();
                return true;
            }
        });
    }

    private void refuse(ChannelHandlerContext context, Reply reply, String recipient) {
        String wire = reply.wire(ip, mx, recipient);
        if (reply.closes()) end(context, wire);
        else say(context, wire);
    }

    private static void say(ChannelHandlerContext context, String reply) {
        context.write(text(context, reply));
    }

    private void end(ChannelHandlerContext context, String reply) {
        framing.pause();
        context.writeAndFlush(text(context, reply)).addListener(ChannelFutureListener.CLOSE);
    }

    private static Object text(ChannelHandlerContext context, String reply) {
        return ByteBufUtil.writeUtf8(context.alloc(), reply);
    }

    private void leave() {
        visit.ifPresent(provider::goodbye);
        visit = Optional.empty();
        mailGiven = false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        leave();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof ClosedChannelException || cause instanceof IOException) {
            LOG.debug("client gone provider={} reason={}", provider.rules().id(), cause.toString());
        } else {
            LOG.error("conversation failed provider={}", provider.rules().id(), cause);
        }
        context.close();
    }
}
