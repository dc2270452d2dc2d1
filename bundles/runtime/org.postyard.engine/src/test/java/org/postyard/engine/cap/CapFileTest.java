package org.postyard.engine.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapFileTest {
    private static final CapUse USE = new CapUse(493_000, 5, 20_541, 70);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private CapFile file() {
        return new CapFile(folder.resolve("caps"));
    }

    @Test
    void whatWasWrittenIsReadByTheNextProcess() throws IOException {
        Map<String, CapUse> uses = Map.of("*/*/*/gmail/*/0 relay 1", USE, "x", new CapUse(1, 2, 3, 4));
        file().write(Map.of("gone", USE));
        file().write(uses);

        assertThat(file().read()).isEqualTo(uses);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aNewNodeHasUsedNothing() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void aDamagedLineCostsOnlyItself() throws IOException {
        Files.writeString(folder.resolve("caps"), "493000 5 20541 70 good\nrubbish\n1 -2 3 4 negative\n\n1 2 3\n");

        assertThat(file().read()).isEqualTo(Map.of("good", USE));
    }

    @Test
    void aFileThatIsNoTextBeginsAnew() throws IOException {
        Files.write(folder.resolve("caps"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(file().read()).isEmpty();
    }

    @Test
    void aUseIsOverWhenItsDayHasEnded() {
        long dayMillis = 24 * 3_600_000;
        assertThat(USE.over(USE.day() * dayMillis)).isFalse();
        assertThat(USE.over((USE.day() + 1) * dayMillis)).isTrue();
        assertThat(new CapUse(1, 0, USE.day(), 0).over(USE.day() * dayMillis)).isTrue();
    }

    @Test
    void aWindowGoesOnFromWhatWasUsedAndForgetsAnHourThatHasEnded() {
        long hourMillis = 3_600_000;
        CapWindow first = new CapWindow(5, 9);
        first.use(10 * hourMillis, 5);
        CapWindow next = new CapWindow(5, 9);
        next.goOnFrom(first.used());

        assertThat(next.room(10 * hourMillis)).isZero();
        assertThat(next.room(11 * hourMillis)).isEqualTo(4);
    }
}
