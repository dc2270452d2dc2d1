package org.postyard.console.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void cellsThatNeedQuotesGetThem() {
        TextTable table =
                new TextTable(List.of("a", "b"), List.of(List.of("x,y", "say \"hi\"\nthere"), List.of("1", "")));
        assertThat(table.csv()).isEqualTo("a,b\r\n\"x,y\",\"say \"\"hi\"\"\nthere\"\r\n1,\r\n");
        assertThat(table.tsv()).isEqualTo("a\tb\nx,y\tsay \"hi\" there\n1\t\n");
    }

    @Test
    void whatASpreadsheetWouldRunIsMadeText() {
        TextTable table =
                new TextTable(List.of("a"), List.of(List.of("=1+1"), List.of("@x"), List.of("-5"), List.of("-5.2 %")));
        assertThat(table.csv()).isEqualTo("a\r\n'=1+1\r\n'@x\r\n-5\r\n-5.2 %\r\n");
    }
}
