package org.postyard.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.connection.WireJson;
import org.postyard.protocol.HealthPartView;

class RowListReaderTest {
    private final RowListReader<HealthPartView> reader =
            new RowListReader<>(new WireJson().readerOf(HealthPartView.class));

    @Test
    void whatDidNotChangeIsTheSameObjectAndNotParsedAgain() throws IOException {
        List<HealthPartView> first = read(row("a", "x"), row("b", "y"), row("c", "z"));
        List<HealthPartView> second = read(row("a", "x"), row("b", "changed"), row("c", "z"));
        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(second.get(1).reason()).isEqualTo("changed");
        assertThat(second.get(2)).isSameAs(first.get(2));
        assertThat(reader.parsed()).isEqualTo(4);
    }

    @Test
    void rowsMayComeAndGo() throws IOException {
        read(row("a", "x"), row("b", "y"));
        assertThat(read(row("n", "new"), row("a", "x"), row("b", "y")))
                .extracting(HealthPartView::name)
                .containsExactly("n", "a", "b");
        assertThat(read(row("b", "y"))).extracting(HealthPartView::name).containsExactly("b");
        assertThat(read()).isEmpty();
        assertThat(read(row("b", "y"))).hasSize(1);
    }

    @Test
    void bracesAndQuotesWithinTextDoNotEndARow() throws IOException {
        List<HealthPartView> rows = read(row("a", "} { \\\" ] \\\\"), row("b", "y"));
        assertThat(rows.get(0).reason()).isEqualTo("} { \" ] \\");
        assertThat(rows).hasSize(2);
    }

    @Test
    void aRowThatBeginsAsTheOneBeforeIsNotTakenForIt() throws IOException {
        read("{\"name\":\"a\",\"well\":true,\"reason\":\"x\"}");
        List<HealthPartView> rows = read("{\"name\":\"a\",\"well\":true,\"reason\":\"xx\"}");
        assertThat(rows.get(0).reason()).isEqualTo("xx");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThatThrownBy(() -> reader.read(bytes("{}"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.read(bytes("[{\"name\":"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader.read(bytes("[1]"))).isInstanceOf(IOException.class);
    }

    private List<HealthPartView> read(String... rows) throws IOException {
        return reader.read(bytes("[" + String.join(",", rows) + "]"));
    }

    private static String row(String name, String reason) {
        return "{\"name\":\"" + name + "\",\"well\":true,\"reason\":\"" + reason + "\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
