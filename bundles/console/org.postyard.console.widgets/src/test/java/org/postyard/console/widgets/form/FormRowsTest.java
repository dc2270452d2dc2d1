package org.postyard.console.widgets.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;

@NeedsDisplay
class FormRowsTest {
    private static final String LONG = "Connections that are open at once to each site, from each source. ".repeat(6);

    @Test
    void aProblemTakesThePlaceOfTheHint(Screen screen) {
        FormRows form = new FormRows(screen.shell());
        FormRow<Text> row = form.text("Address", "https://host:port", "");
        screen.open(500, 200);
        int hinted = Screen.count(screen.picture(form), screen.palette().critical());
        row.problem(Optional.of("nobody answers"));
        assertThat(Screen.count(screen.picture(form), screen.palette().critical()))
                .isGreaterThan(hinted + 30);
        row.problem(Optional.empty());
        assertThat(Screen.count(screen.picture(form), screen.palette().critical()))
                .isEqualTo(hinted);
    }

    @Test
    void fieldsStandBehindTheWidestLabelAndUnderEachOther(Screen screen) {
        FormRows form = new FormRows(screen.shell());
        form.text("Name", "", "");
        form.row("Connections of each source", "", parent -> new Button(parent, SWT.CHECK));
        form.lines("Networks", "One a line.", List.of("10.0.0.0/8", "127.0.0.0/8"));
        screen.open(700, 400);
        List<Rectangle> fields =
                form.rows().stream().map(FormRow::field).map(Control::getBounds).toList();
        assertThat(fields).allMatch(field -> field.x > 150 && field.x == fields.get(0).x && field.height > 10);
        assertThat(fields.get(1).y).isGreaterThan(fields.get(0).y + fields.get(0).height);
        assertThat(fields.get(2).y).isGreaterThan(fields.get(1).y + fields.get(1).height);
        assertThat(fields.get(2).height).isGreaterThan(fields.get(0).height);
    }

    @Test
    void whatIsSaidBelowAFieldTakesAsManyLinesAsItNeeds(Screen screen) {
        FormRows form = new FormRows(screen.shell());
        FormRow<Text> first = form.text("Name", "short", "");
        FormRow<Text> second = form.text("Address", "", "");
        screen.open(600, 400);
        int before = second.field().getLocation().y;
        int size = form.computeSize(600, SWT.DEFAULT).y;

        first.problem(Optional.of(LONG));
        screen.settle();

        int moved = second.field().getLocation().y - before;
        assertThat(moved).isGreaterThan(20);
        assertThat(form.computeSize(600, SWT.DEFAULT).y).isEqualTo(size + moved);
        assertThat(form.computeSize(1400, SWT.DEFAULT).y).isLessThan(size + moved);
    }

    @Test
    void largerTextTakesMoreRoom(Screen screen) {
        FormRows form = new FormRows(screen.shell());
        form.text("Name", "How the runtime is called", "Frankfurt");
        FormRow<Text> second = form.text("Address", "", "");
        screen.open(600, 400);
        int before = second.field().getLocation().y;
        try {
            screen.theme().useText(Optional.empty(), 16);
            screen.settle();
            assertThat(second.field().getLocation().y).isGreaterThan(before + 5);
        } finally {
            screen.theme().useText(Optional.empty(), 10);
        }
    }
}
