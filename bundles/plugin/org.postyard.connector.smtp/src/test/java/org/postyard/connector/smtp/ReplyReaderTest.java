package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postyard.api.delivery.SmtpReply;

class ReplyReaderTest {
    private final ReplyReader reader = new ReplyReader();

    private ReplyReader.Progress read(String text) {
        return reader.read(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    @Test
    void aReplyMayComeOctetByOctet() {
        String reply = "550-5.1.1 no\r\n550 5.1.1 such user\r\n";
        for (int i = 0; i < reply.length() - 1; i++)
            assertThat(read(reply.substring(i, i + 1))).isEqualTo(ReplyReader.Progress.INCOMPLETE);
        assertThat(read("\n")).isEqualTo(ReplyReader.Progress.COMPLETE);
        assertThat(reader.reply()).isEqualTo(new SmtpReply(550, "5.1.1", "no such user"));
    }

    @Test
    void severalRepliesInOnePacketAreReadOneByOne() {
        var packet = Unpooled.copiedBuffer("250 one\r\n354\r\n421 4.3.2 three\n", StandardCharsets.US_ASCII);
        assertThat(reader.read(packet)).isEqualTo(ReplyReader.Progress.COMPLETE);
        assertThat(reader.reply()).isEqualTo(new SmtpReply(250, "", "one"));
        assertThat(reader.read(packet)).isEqualTo(ReplyReader.Progress.COMPLETE);
        assertThat(reader.reply()).isEqualTo(new SmtpReply(354, "", ""));
        assertThat(reader.read(packet)).isEqualTo(ReplyReader.Progress.COMPLETE);
        assertThat(reader.reply()).isEqualTo(new SmtpReply(421, "4.3.2", "three"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello\r\n", "\r\n", "25\r\n", "150 x\r\n", "600 x\r\n", "250x\r\n", "250-a\r\nb\r\n", "2a0 \r\n"
            })
    void whatIsNoReplyIsMalformed(String text) {
        assertThat(read(text)).isEqualTo(ReplyReader.Progress.MALFORMED);
    }

    @Test
    void repliesWithoutEndAreMalformed() {
        assertThat(read("250 " + "x".repeat(100_000))).isEqualTo(ReplyReader.Progress.MALFORMED);
        assertThat(new ReplyReader().read(Unpooled.copiedBuffer("250-x\r\n".repeat(20_000), StandardCharsets.US_ASCII)))
                .isEqualTo(ReplyReader.Progress.MALFORMED);
    }

    @Test
    void textIsBoundedAndWithoutControlCharacters() {
        read("550 5.7.1 a\u0007b\u001b[31m\u00e4 " + "x".repeat(5000) + "\r\n");
        assertThat(reader.reply().text()).startsWith("a b [31m\u00e4 xxx").hasSize(1024);
    }

    @Test
    void anEnhancedCodeOfAnotherClassIsText() {
        read("250 5.1.1 odd\r\n");
        assertThat(reader.reply()).isEqualTo(new SmtpReply(250, "", "5.1.1 odd"));
        read("550 5.10.100 new\r\n");
        assertThat(reader.reply().enhancedCode()).isEqualTo("5.10.100");
        read("550 5.1 x\r\n");
        assertThat(reader.reply().enhancedCode()).isEmpty();
    }
}
