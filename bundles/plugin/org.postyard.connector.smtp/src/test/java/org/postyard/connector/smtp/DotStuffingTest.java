package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DotStuffingTest {
    private static String wire(String content) {
        return wire(content, content.length());
    }

    /** What goes over the wire if the content is cut at a point. */
    private static String wire(String content, int cut) {
        byte[] octets = Trial.ascii(content);
        ByteBuf out = Unpooled.buffer();
        DotStuffing.write(octets, 0, cut, out);
        DotStuffing.write(octets, cut, octets.length, out);
        DotStuffing.writeEnd(octets, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aDotAtTheStartOfALineGetsASecond() {
        assertThat(wire(".a\r\n..\r\nb.c\r\n.")).isEqualTo("..a\r\n...\r\nb.c\r\n..\r\n.\r\n");
    }

    @Test
    void contentWithoutALineEndAtItsEndGetsOne() {
        assertThat(wire("a")).isEqualTo("a\r\n.\r\n");
        assertThat(wire("a\n")).isEqualTo("a\n\r\n.\r\n");
        assertThat(wire("a\r")).isEqualTo("a\r\r\n.\r\n");
        assertThat(wire("")).isEqualTo(".\r\n");
    }

    @Test
    void bareLineEndsNeverFormAnEndOfData() {
        assertThat(wire("a\n.\nMAIL FROM:<x@y>\r\n")).isEqualTo("a\n..\nMAIL FROM:<x@y>\r\n.\r\n");
        assertThat(wire("a\n.\r\nb\r\n")).isEqualTo("a\n..\r\nb\r\n.\r\n");
        assertThat(wire("a\r.\rb\r\n")).isEqualTo("a\r..\rb\r\n.\r\n");
        assertThat(wire("a\r.b\r\n")).isEqualTo("a\r.b\r\n.\r\n");
    }

    @Test
    void randomContentEndsOnceForStrictAndForLenientServersWhereverItIsCut() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder content = new StringBuilder();
            int length = random.nextInt(40);
            while (content.length() < length) content.append("\r\n..a".charAt(random.nextInt(5)));
            String wire = wire(content.toString());
            assertThat(wire(content.toString(), random.nextInt(length + 1))).isEqualTo(wire);
            String lenient = ("\n" + wire).replace("\r\n", "\n");
            assertThat(lenient.indexOf("\n.\n")).as(content.toString()).isEqualTo(lenient.length() - 3);
        }
    }
}
