package org.postyard.console.widgets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final Column<String> NAME = Column.text("name", "Name", 100, value -> value);
    private static final Column<String> LENGTH =
            Column.number("length", "Length", 60, value -> OptionalDouble.of(value.length()), Object::toString);
    private static final Column<String> EXTRA =
            Column.<String>text("extra", "Extra", 80, value -> "").hidden();

    private final Columns<String> columns = new Columns<>(List.of(NAME, LENGTH, EXTRA));

    private List<String> shown() {
        return columns.shown().stream().map(Column::id).toList();
    }

    @Test
    void whatSomebodyMadeOfTheColumnsSurvivesAsText() {
        columns.move(LENGTH, Optional.of(NAME));
        columns.resize(NAME, 222);
        columns.show(EXTRA, true);
        columns.toggleSort(NAME);
        Columns<String> other = new Columns<>(List.of(NAME, LENGTH, EXTRA));
        other.apply(GridSettings.parse(columns.settings().toText()));
        assertThat(other.settings()).isEqualTo(columns.settings());
        assertThat(other.shown()).containsExactly(LENGTH, NAME, EXTRA);
        assertThat(other.width(NAME)).isEqualTo(222);
        assertThat(other.sort()).contains(new GridSettings.Sort("name", true));
    }

    @Test
    void settingsOfAnotherVersionAreTakenAsFarAsTheyFit() {
        columns.apply(GridSettings.parse("gone:50:shown;length:xx:shown;length:90:hidden;;sort:gone:up"));
        assertThat(shown()).containsExactly("name");
        assertThat(columns.sort()).isEmpty();
    }

    @Test
    void theLastColumnCannotBeHidden() {
        columns.show(NAME, false);
        columns.show(LENGTH, false);
        assertThat(shown()).containsExactly("length");
    }

    @Test
    void clicksSortUpThenDownThenNotAtAllAndNumbersBeginWithTheLargest() {
        columns.toggleSort(NAME);
        columns.toggleSort(NAME);
        assertThat(columns.sort()).contains(new GridSettings.Sort("name", false));
        columns.toggleSort(NAME);
        assertThat(columns.sort()).isEmpty();
        columns.toggleSort(LENGTH);
        assertThat(columns.sort()).contains(new GridSettings.Sort("length", false));
    }

    @Test
    void freeRoomGoesToTextAndNoneIsTakenAwayWhenThereIsTooLittle() {
        assertThat(columns.widths(300)).containsExactly(240, 60);
        assertThat(columns.widths(120)).containsExactly(100, 60);
    }

    @Test
    void columnsGrowWithTheTextAndAreKeptAsTheyAreForTheUsualOne() {
        columns.scale(1.5);
        assertThat(columns.widths(100)).containsExactly(150, 90);
        columns.resize(NAME, 300);
        assertThat(columns.widths(100)).containsExactly(300, 90);
        columns.scale(1);
        assertThat(columns.widths(100)).containsExactly(200, 60);
    }

    @Test
    void aTextAtTheEndGivesRoomBeforeItIsOutOfSight() {
        Columns<String> columns = new Columns<>(
                List.of(Column.text("name", "Name", 100, name -> name), Column.text("why", "Why", 400, name -> name)));
        assertThat(columns.widths(300)).containsExactly(100, 200);
        assertThat(columns.widths(200)).containsExactly(100, 160);
        columns.resize(columns.all().get(1), 420);
        assertThat(columns.widths(300)).containsExactly(100, 420);
    }

    @Test
    void missingNumbersAreBelowAllOthers() {
        Column<String> column = Column.number(
                "n",
                "N",
                50,
                value -> value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(-5),
                Object::toString);
        assertThat(column.text().apply("")).isEqualTo("–");
        assertThat(column.order().orElseThrow().compare("", "x")).isNegative();
    }
}
