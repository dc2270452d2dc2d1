package org.postyard.connector.smtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.util.stream.Collectors;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Recipient;

/** Writes the commands of a transaction, with the parameters that the peer understands. */
final class Commands {
    private Commands() {}

    static ByteBuf line(ByteBufAllocator allocator, String text) {
        ByteBuf out = allocator.directBuffer(text.length() + 2);
        ByteBufUtil.writeUtf8(out, text);
        return out.writeByte('\r').writeByte('\n');
    }

    static ByteBuf quit(ByteBufAllocator allocator) {
        return line(allocator, "QUIT");
    }

    static void reset(ByteBuf out) {
        ByteBufUtil.writeAscii(out, "RSET\r\n");
    }

    static void data(ByteBuf out) {
        ByteBufUtil.writeAscii(out, "DATA\r\n");
    }

    /** BDAT for the whole content in one chunk (RFC 3030 §2). */
    static void lastChunk(ByteBuf out, int sizeBytes) {
        ByteBufUtil.writeAscii(out, "BDAT ");
        ByteBufUtil.writeAscii(out, Integer.toString(sizeBytes));
        ByteBufUtil.writeAscii(out, " LAST\r\n");
    }

    static void mail(ByteBuf out, Manifest manifest, Capabilities peer) {
        Envelope envelope = manifest.envelope();
        ByteBufUtil.writeAscii(out, "MAIL FROM:<");
        ByteBufUtil.writeUtf8(out, manifest.sender());
        out.writeByte('>');
        if (peer.size()) {
            ByteBufUtil.writeAscii(out, " SIZE=");
            ByteBufUtil.writeAscii(out, Integer.toString(manifest.sizeBytes()));
        }
        if (envelope.eightBit() && peer.eightBitMime()) ByteBufUtil.writeAscii(out, " BODY=8BITMIME");
        if (manifest.smtpUtf8()) ByteBufUtil.writeAscii(out, " SMTPUTF8");
        if (peer.dsn()) dsnOfMessage(out, envelope);
        out.writeByte('\r').writeByte('\n');
    }

    private static void dsnOfMessage(ByteBuf out, Envelope envelope) {
        if (envelope.dsnReturn() != DsnReturn.UNSPECIFIED)
            ByteBufUtil.writeAscii(out, envelope.dsnReturn() == DsnReturn.FULL ? " RET=FULL" : " RET=HDRS");
        if (Addresses.parameterValue(envelope.envelopeId())) {
            ByteBufUtil.writeAscii(out, " ENVID=");
            ByteBufUtil.writeAscii(out, envelope.envelopeId());
        }
    }

    static void recipient(ByteBuf out, String address, Recipient recipient, Capabilities peer) {
        ByteBufUtil.writeAscii(out, "RCPT TO:<");
        ByteBufUtil.writeUtf8(out, address);
        out.writeByte('>');
        if (peer.dsn()) dsnOfRecipient(out, recipient);
        out.writeByte('\r').writeByte('\n');
    }

    private static void dsnOfRecipient(ByteBuf out, Recipient recipient) {
        if (!recipient.reports().isEmpty()) {
            ByteBufUtil.writeAscii(out, " NOTIFY=");
            ByteBufUtil.writeAscii(
                    out, recipient.reports().stream().sorted().map(Enum::name).collect(Collectors.joining(",")));
        }
        if (Addresses.parameterValue(recipient.originalRecipient())) {
            ByteBufUtil.writeAscii(out, " ORCPT=");
            ByteBufUtil.writeAscii(out, recipient.originalRecipient());
        }
    }
}
