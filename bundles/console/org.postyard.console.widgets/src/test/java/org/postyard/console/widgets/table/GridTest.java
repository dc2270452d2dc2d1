package org.postyard.console.widgets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.mark.Severity;

@NeedsDisplay
class GridTest {
    private record Item(String name, int size) {}

    private final List<String> committed = new ArrayList<>();

    private final CellEditing<Item> editing = new CellEditing<>() {
        @Override
        public boolean editable(Item row) {
            return row.size() != 13;
        }

        @Override
        public String text(Item row) {
            return String.valueOf(row.size());
        }

        @Override
        public Optional<String> problem(Item row, String text) {
            return text.matches("\\d+") ? Optional.empty() : Optional.of("a whole number");
        }

        @Override
        public void commit(Item row, String text) {
            committed.add(row.name() + "=" + text);
        }
    };

    private Grid<Item> grid(Screen screen) {
        Grid<Item> grid = new Grid<>(
                screen.shell(),
                List.of(
                        Column.text("name", "Name", 200, Item::name),
                        Column.<Item>number(
                                        "size",
                                        "Size",
                                        100,
                                        row -> OptionalDouble.of(row.size()),
                                        size -> String.valueOf(size.intValue()))
                                .editedBy(editing),
                        Column.<Item>severity(
                                "state",
                                "State",
                                120,
                                row -> row.size() == 13 ? Severity.CRITICAL : Severity.OK,
                                row -> row.size() == 13 ? "Down" : "Active")));
        screen.open(500, 300);
        return grid;
    }

    @Test
    void slowFirstPaintingsComeInPartsAndAreCompleted(Screen screen) {
        List<Integer> painted = new ArrayList<>();
        Grid<Item> grid = new Grid<>(
                screen.shell(), List.of(Column.of("name", "Name", 200, Alignment.LEFT, Item::name, (cell, item) -> {
                    painted.add(item.size());
                    waste(Duration.ofMillis(15));
                })));
        Set<Integer> seen = new HashSet<>();
        AtomicInteger mostAtOnce = new AtomicInteger();
        grid.addPaintListener(event -> {
            seen.addAll(painted);
            mostAtOnce.accumulateAndGet(painted.size(), Math::max);
            painted.clear();
        });
        grid.setRows(items(0, 10));

        screen.open(500, 400);
        screen.await(() -> seen.size() == 10);

        assertThat(mostAtOnce.get()).isBetween(1, 9);
    }

    private static void waste(Duration time) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) Thread.onSpinWait();
    }

    private static Rows<Item> items(int from, int until) {
        return Rows.flat(
                IntStream.range(from, until)
                        .mapToObj(index -> new Item("item-%05d".formatted(index), index))
                        .toList(),
                Item::name);
    }

    private static int middleOf(Grid<?> grid, int row) {
        return grid.viewport().rowTop(row) + grid.viewport().rowHeight() / 2;
    }

    @Test
    void ofNewRowsOnlyThoseThatChangedArePainted(Screen screen) {
        List<String> painted = new ArrayList<>();
        Grid<Item> grid = new Grid<>(
                screen.shell(),
                List.of(Column.<Item>of(
                        "name", "Name", 200, Alignment.LEFT, Item::name, (cell, item) -> painted.add(item.name()))));
        screen.open(500, 300);
        int size = 0;
        // All rows are painted now and then, for what grows by itself: one change of many must be alone.
        do {
            painted.clear();
            grid.setRows(Rows.flat(List.of(new Item("a", 1), new Item("b", ++size), new Item("c", 3)), Item::name));
            screen.await(() -> painted.contains("b"));
        } while (!painted.equals(List.of("b")) && size < 50);
        assertThat(painted).containsExactly("b");

        painted.clear();
        grid.setRows(Rows.flat(List.of(new Item("c", 3), new Item("b", size), new Item("a", 1)), Item::name));
        screen.await(() -> painted.size() >= 3);
        assertThat(painted).containsExactly("c", "b", "a");
    }

    @Test
    void clicksSelectOneRowMoreRowsOrARange(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 50));
        screen.click(grid, 30, middleOf(grid, 2), 0);
        assertThat(grid.selectedKeys()).containsExactly("item-00002");
        screen.click(grid, 30, middleOf(grid, 5), SWT.MOD1);
        assertThat(grid.selection()).extracting(Item::size).containsExactly(2, 5);
        screen.click(grid, 30, middleOf(grid, 7), SWT.SHIFT);
        assertThat(grid.selection()).extracting(Item::size).containsExactly(5, 6, 7);
    }

    @Test
    void selectionAndPlaceSurviveRowsThatComeAbove(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(5, 500));
        grid.select(List.of("item-00200"));
        int top = grid.viewport()
                .rowTop(grid.content().arrangement().position("item-00200").orElseThrow());
        grid.setRows(items(0, 500));
        assertThat(grid.selectedKeys()).containsExactly("item-00200");
        assertThat(grid.viewport().rowTop(200)).isEqualTo(top);
    }

    @Test
    void whoIsAtTheTopSeesNewRows(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(5, 500));
        grid.setRows(items(0, 500));
        assertThat(grid.viewport().firstRow()).isZero();
    }

    @Test
    void aSelectedRowThatIsGoneIsToldOf(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 10));
        grid.select(List.of("item-00003"));
        List<Integer> told = new ArrayList<>();
        grid.onSelect(selected -> told.add(selected.size()));
        grid.setRows(items(5, 10));
        grid.setRows(items(6, 10));
        assertThat(told).containsExactly(0);
    }

    @Test
    void keysMoveExtendOpenAndFind(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 50));
        List<String> opened = new ArrayList<>();
        grid.onOpen(item -> opened.add(item.name()));
        screen.key(grid, SWT.ARROW_DOWN, 0);
        screen.key(grid, SWT.ARROW_DOWN, SWT.SHIFT);
        assertThat(grid.selection()).extracting(Item::size).containsExactly(0, 1);
        screen.key(grid, SWT.END, 0);
        screen.key(grid, SWT.CR, 0);
        assertThat(opened).containsExactly("item-00049");
        "item-0003".chars().forEach(character -> screen.key(grid, character, 0));
        assertThat(grid.selection()).extracting(Item::size).containsExactly(30);
        screen.key(grid, 'a', SWT.MOD1);
        assertThat(grid.selection()).hasSize(50);
    }

    @Test
    void aTreeOpensAndClosesByKeysAndByItsMark(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.open(0);
        grid.setRows(new Rows<>(
                List.of(new Node<>("p", new Item("parent", 1), List.of(Node.leaf("c", new Item("child", 2)))))));
        assertThat(grid.lineCount()).isEqualTo(1);
        screen.key(grid, SWT.ARROW_DOWN, 0);
        screen.key(grid, SWT.ARROW_RIGHT, 0);
        assertThat(grid.lineCount()).isEqualTo(2);
        screen.key(grid, SWT.ARROW_RIGHT, 0);
        assertThat(grid.selectedKeys()).containsExactly("c");
        screen.key(grid, SWT.ARROW_LEFT, 0);
        screen.key(grid, SWT.ARROW_LEFT, 0);
        assertThat(grid.lineCount()).isEqualTo(1);
        screen.click(grid, Cell.PADDING + 4, middleOf(grid, 0), 0);
        assertThat(grid.lineCount()).isEqualTo(2);
    }

    @Test
    void aClickOnATitleSortsAndADragMovesOrWidensItsColumn(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 50));
        List<String> told = new ArrayList<>();
        grid.onSettings(() -> told.add(grid.settings().toText()));
        int sizeColumn = grid.viewport().columnLeft(1) + 40;
        screen.click(grid, sizeColumn, 10, 0);
        assertThat(grid.content().arrangement().line(0).value().size()).isEqualTo(49);
        screen.drag(grid, sizeColumn, 10, 2, 10, 0);
        assertThat(grid.settings().columns())
                .extracting(GridSettings.Entry::id)
                .containsExactly("size", "name", "state");
        int edge = grid.viewport().columnWidth(0);
        screen.drag(grid, edge, 10, edge + 50, 10, 0);
        assertThat(grid.settings().columns().get(0).width()).isEqualTo(150);
        assertThat(told).hasSize(3);
    }

    @Test
    void aValueIsChangedInItsCellButNotToNonsense(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 20));
        screen.key(grid, SWT.ARROW_DOWN, 0);
        screen.key(grid, SWT.ARROW_RIGHT, SWT.MOD1);
        screen.key(grid, SWT.ARROW_RIGHT, SWT.MOD1);
        screen.key(grid, SWT.F2, 0);
        assertThat(grid.editor().isOpen()).isTrue();
        Text field = (Text) grid.getChildren()[0];
        field.setText("many");
        enter(field);
        assertThat(committed).isEmpty();
        field.setText("77");
        enter(field);
        assertThat(committed).containsExactly("item-00000=77");
        assertThat(grid.editor().isOpen()).isFalse();
        assertThat(grid.editor().open(13, 1))
                .as("a row that may not be changed")
                .isFalse();
    }

    @Test
    void f2FindsTheValueOfItsRowThatCanBeChanged(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 20));
        screen.key(grid, SWT.ARROW_DOWN, 0);
        screen.key(grid, SWT.F2, 0);
        enter((Text) grid.getChildren()[0]);
        assertThat(committed).hasSize(1);
    }

    private static void enter(Text field) {
        Event event = new Event();
        event.detail = SWT.TRAVERSE_RETURN;
        field.notifyListeners(SWT.Traverse, event);
    }

    @Test
    void anEmptyGridSaysWhatToDoAndItsLinkDoesIt(Screen screen) {
        Grid<Item> grid = grid(screen);
        List<String> done = new ArrayList<>();
        grid.whenEmpty(EmptyState.of("No servers yet", "Add one").linked("Add a server", () -> done.add("added")));
        screen.picture(grid);
        Rectangle link = grid.look().link();
        assertThat(link.width).isPositive();
        screen.click(grid, link.x + 5, link.y + 5, 0);
        screen.key(grid, SWT.CR, 0);
        assertThat(done).containsExactly("added", "added");
    }

    @Test
    void aFilterThatNothingPassesSaysSoInsteadOfTheEmptyState(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 5));
        grid.whenEmpty(EmptyState.of("No items", ""));
        grid.whenNothingMatches(EmptyState.of("Nothing matches", ""));
        grid.filter(Optional.of(item -> item.size() == 3));
        assertThat(grid.lineCount()).isEqualTo(1);
        grid.filter(Optional.of(item -> false));
        assertThat(grid.look().empty()).map(EmptyState::title).contains("Nothing matches");
        grid.filter(Optional.empty());
        assertThat(grid.lineCount()).isEqualTo(5);
    }

    @Test
    void oldValuesLoseTheirColours(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(10, 16));
        ImageData live = screen.picture(grid);
        assertThat(Screen.count(live, screen.palette().critical())).isGreaterThan(20);
        assertThat(Screen.count(live, screen.palette().ok())).isGreaterThan(100);
        grid.staleSince(Optional.of("12:03:10"));
        ImageData stale = screen.picture(grid);
        assertThat(Screen.count(stale, screen.palette().critical())).isZero();
        assertThat(Screen.count(stale, screen.palette().ok())).isZero();
    }

    @Test
    void aScreenReaderHearsTitlesAndValues(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(12, 14));
        GridSpeech<Item> speech = new GridSpeech<>(grid);
        assertThat(speech.self()).isEqualTo("Table, 2 rows");
        assertThat(speech.row(1)).isEqualTo("Name item-00013, Size 13, State Down");
    }

    @Test
    void copyingTakesTheSelectedRowsAndElseAll(Screen screen) {
        Grid<Item> grid = grid(screen);
        grid.setRows(items(0, 3));
        assertThat(grid.asCsv().lines()).hasSize(4);
        grid.select(List.of("item-00001"));
        assertThat(grid.asText()).isEqualTo("Name\tSize\tState\r\nitem-00001\t1\tActive\r\n");
    }
}
