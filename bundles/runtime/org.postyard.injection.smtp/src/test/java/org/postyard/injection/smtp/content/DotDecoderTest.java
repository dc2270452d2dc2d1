package org.postyard.injection.smtp.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotDecoderTest {
    private final MemoryBudget budget = new MemoryBudget(1 << 20);
    private final ChunkPool pool = new ChunkPool();

    @Test
    void endsAtTheFinalDotAndLeavesWhatFollows() {
        ByteBuf in = octets("line\r\n.\r\nQUIT\r\n");
        BodyBuffer body = new BodyBuffer(pool, budget, 1000);
        assertThat(new DotDecoder().feed(in, body)).isTrue();
        assertThat(content(body)).isEqualTo("line\r\n");
        assertThat(in.toString(StandardCharsets.US_ASCII)).isEqualTo("QUIT\r\n");
    }

    @Test
    void takesAnEmptyMessage() {
        assertThat(decode(".\r\n", 100)).isEmpty();
    }

    @Test
    void removesOneDotOfEachLineThatStartsWithOne() {
        assertThat(decode("..\r\n...a\r\n.b\r\na.\r\n.\r\n", 100)).isEqualTo(".\r\n..a\r\nb\r\na.\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n.\nb",
                "a\n.\r\nb",
                "a\r.\r\nb",
                "a\r.\rb",
                "a\r\n\n.\r\nb",
                "\n.\n",
                "\n.\r\nMAIL FROM:<x@y>\r\n",
                "a\0\n.\r\n",
                "a\r\r\n"
            })
    void neverEndsAtABareCrOrLf(String smuggled) {
        assertThat(decode(smuggled + "\r\n.\r\n", 1000)).isEqualTo(smuggled + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {".\nb", ".\r\rb", ".\rb", ".\r.\rb"})
    void treatsADotBeforeABareCrOrLfAsADotOfTransparency(String line) {
        assertThat(decode("a\r\n" + line + "\r\n.\r\n", 1000)).isEqualTo("a\r\n" + line.substring(1) + "\r\n");
    }

    @Test
    void givesTheSameWhereverTheBuffersAreCut() {
        Random random = new Random(7);
        String alphabet = "\r\n..\r\n.ab";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder raw = new StringBuilder();
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
            String data = raw + "\r\n.\r\n";
            String expected = reference(data);
            assertThat(decode(data, 1 + random.nextInt(6)))
                    .as(data.replace("\r", "\\r").replace("\n", "\\n"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void keepsLongContentAcrossChunks() {
        String line = "x".repeat(997) + "\r\n";
        String data = line.repeat(900);
        assertThat(decode(data + ".\r\n", 4093)).isEqualTo(data);
        assertThat(budget.usedBytes()).isEqualTo(data.length());
    }

    @Test
    void keepsNothingBeyondTheLimitButFindsTheEnd() {
        BodyBuffer body = new BodyBuffer(pool, budget, 50_000);
        ByteBuf in = octets("x".repeat(200_000) + "\r\n.\r\nNOOP");
        assertThat(new DotDecoder().feed(in, body)).isTrue();
        assertThat(body.state()).isEqualTo(BodyBuffer.State.TOO_LARGE);
        assertThat(in.readableBytes()).isEqualTo(4);
        assertThat(budget.usedBytes()).isZero();
    }

    @Test
    void keepsNothingWhenMemoryIsUsedUp() {
        MemoryBudget small = new MemoryBudget(20_000);
        BodyBuffer body = new BodyBuffer(pool, small, 1_000_000);
        assertThat(new DotDecoder().feed(octets("x".repeat(30_000) + "\r\n.\r\n"), body))
                .isTrue();
        assertThat(body.state()).isEqualTo(BodyBuffer.State.NO_MEMORY);
        assertThat(small.usedBytes()).isZero();
    }

    @Test
    void seesOctetsAbove127() {
        BodyBuffer body = new BodyBuffer(pool, budget, 1000);
        new DotDecoder().feed(octets("plain text, long enough\r\n"), body);
        assertThat(body.eightBit()).isFalse();
        new DotDecoder().feed(octets("caf\u00e9\r\n"), body);
        assertThat(body.eightBit()).isTrue();
    }

    private String decode(String data, int bufferSize) {
        BodyBuffer body = new BodyBuffer(pool, budget, 10_000_000);
        DotDecoder decoder = new DotDecoder();
        byte[] all = data.getBytes(StandardCharsets.ISO_8859_1);
        boolean ended = false;
        for (int at = 0; at < all.length && !ended; at += bufferSize)
            ended = decoder.feed(Unpooled.copiedBuffer(all, at, Math.min(bufferSize, all.length - at)), body);
        assertThat(ended).isTrue();
        return content(body);
    }

    /** RFC 5321 §4.5.2, as plainly as it can be written. */
    private static String reference(String data) {
        StringBuilder content = new StringBuilder();
        String rest = data;
        while (!rest.startsWith(".\r\n")) {
            int lineEnd = rest.indexOf("\r\n") + 2;
            String line = rest.substring(0, lineEnd);
            content.append(line.startsWith(".") ? line.substring(1) : line);
            rest = rest.substring(lineEnd);
        }
        return content.toString();
    }

    private static ByteBuf octets(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1);
    }

    private static String content(BodyBuffer body) {
        return new String(body.assemble(new byte[0]), StandardCharsets.ISO_8859_1);
    }
}
