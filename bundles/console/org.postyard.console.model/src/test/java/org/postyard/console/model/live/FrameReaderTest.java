package org.postyard.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    @Test
    void eventIdAndDataAreRead() throws IOException {
        List<Frame> frames = read("id: 7\nevent: delivery\ndata: {\"a\":1}\n\nevent: pools\ndata:[]\n\n", 1000);
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).event()).isEqualTo("delivery");
        assertThat(frames.get(0).id()).contains(7L);
        assertThat(text(frames.get(0))).isEqualTo("{\"a\":1}");
        assertThat(frames.get(1).id()).isEmpty();
        assertThat(text(frames.get(1))).isEqualTo("[]");
    }

    @Test
    void bytesThatComeOneByOneMakeTheSameFrames() throws IOException {
        String stream = "event: hello\r\ndata: {}\r\n\r\n:\n\nid: 1\ndata: x\ndata: y\n\n";
        assertThat(read(stream, 1)).hasSize(2);
        assertThat(text(read(stream, 1).get(1))).isEqualTo("x\ny");
        assertThat(read(stream, 1).get(1).event()).isEqualTo("message");
    }

    @Test
    void aHeartbeatIsActivityButNoFrame() throws IOException {
        AtomicInteger activity = new AtomicInteger();
        FrameReader reader = new FrameReader(input(":\n\n:\n\n", 3), 1000, activity::incrementAndGet);
        assertThat(reader.next()).isEmpty();
        assertThat(activity).hasValue(2);
    }

    @Test
    void aFrameLargerThanTheBufferIsRead() throws IOException {
        String large = "x".repeat(1_000_000);
        List<Frame> frames = read("event: a\ndata: 1\n\nevent: b\ndata: " + large + "\n\nevent: c\ndata: 2\n\n", 7000);
        assertThat(frames).extracting(Frame::event).containsExactly("a", "b", "c");
        assertThat(frames.get(1).data()).hasSize(1_000_000);
    }

    @Test
    void aFrameThatIsCutOffIsDropped() throws IOException {
        assertThat(read("event: a\ndata: 1\n\nevent: b\ndata: 2", 1000)).hasSize(1);
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        FrameReader reader = new FrameReader(input("x".repeat(1_000_000), 9000), 200_000, () -> {});
        assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("200000");
    }

    private static List<Frame> read(String stream, int block) throws IOException {
        FrameReader reader = new FrameReader(input(stream, block), 10_000_000, () -> {});
        List<Frame> frames = new ArrayList<>();
        for (Optional<Frame> frame = reader.next(); frame.isPresent(); frame = reader.next()) frames.add(frame.get());
        return frames;
    }

    private static InputStream input(String text, int block) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(block, length));
            }
        };
    }

    private static String text(Frame frame) {
        return new String(frame.data(), StandardCharsets.UTF_8);
    }
}
