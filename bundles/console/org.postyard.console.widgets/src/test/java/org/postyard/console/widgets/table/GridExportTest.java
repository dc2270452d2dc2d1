package org.postyard.console.widgets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridExportTest {
    private static final List<Column<String>> COLUMNS = List.of(
            Column.text("value", "Value", 10, value -> value),
            Column.text("size", "Size, chars", 10, value -> "" + value.length()));

    @Test
    void fieldsWithSeparatorsAndQuotesAreQuoted() {
        assertThat(GridExport.csv(COLUMNS, List.of("a,b", "say \"hi\"")))
                .isEqualTo("Value,\"Size, chars\"\r\n\"a,b\",3\r\n\"say \"\"hi\"\"\",8\r\n");
    }

    @Test
    void whatASpreadsheetWouldCalculateIsMadeTextButNumbersStay() {
        assertThat(GridExport.csv(COLUMNS, List.of("=1+1", "-5", "-5.2", "@x")))
                .contains("'=1+1,4", "\r\n-5,2", "\r\n-5.2,4", "'@x,2");
    }

    @Test
    void tabulatorsAndLinesInFieldsBecomeSpaces() {
        assertThat(GridExport.tabbed(COLUMNS, List.of("a\tb\nc"))).isEqualTo("Value\tSize, chars\r\na b c\t5\r\n");
    }
}
