package org.postyard.console.widgets.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.theme.TextStyle;

@NeedsDisplay
class PageHeaderTest {
    private static final String LONG = "12 servers, 240 sources; three of them are to be looked at";

    private static PageHeader header(Screen screen) {
        screen.shell().setLayout(new FillLayout());
        PageHeader header = new PageHeader(screen.shell(), "Fleet");
        header.primary(Icon.ADD, "Install", "Something to do", () -> {});
        return header;
    }

    private static Label subtitle(PageHeader header) {
        return (Label) header.getChildren()[1];
    }

    /** Whether the end of the text that the label has is painted. */
    private static boolean endIsSeen(Screen screen, PageHeader header) {
        Label label = subtitle(header);
        int end = screen.theme().measure(TextStyle.BODY).width(label.getText());
        ImageData picture = screen.picture(label);
        return IntStream.range(Math.max(0, end - 12), Math.min(end, picture.width))
                .anyMatch(x -> Screen.countColumn(picture, x, screen.palette().muted()) > 0);
    }

    @Test
    void aTextThatDoesNotFitEndsWithAnEllipsisUntilThereIsRoomAgain(Screen screen) {
        PageHeader header = header(screen);
        header.subtitle(LONG);
        screen.open(400, 60);
        assertThat(subtitle(header).getText()).endsWith("…");
        assertThat(endIsSeen(screen, header)).isTrue();
        screen.shell().setSize(900, 60);
        screen.await(() -> subtitle(header).getText().equals(LONG));
        assertThat(endIsSeen(screen, header)).isTrue();
    }

    @Test
    void whereThereIsLittleRoomToolsHaveTheirIconsAlone(Screen screen) {
        PageHeader header = new PageHeader(screen.shell(), "Fleet");
        ActionButton drain = header.action(Icon.DRAIN, "Drain", "Take nothing new", () -> {});
        header.action(Icon.MAINTENANCE, "Maintenance", "End what runs", () -> {});
        header.filterBox("Filter", text -> {});

        screen.open(900, 60);
        screen.await(() -> header.getSize().x == 900);
        int wide = drain.getSize().x;
        assertThat(drain.getToolTipText()).isEqualTo("Take nothing new");

        screen.open(400, 60);
        screen.await(() -> drain.getSize().x < wide);
        assertThat(drain.getToolTipText()).isEqualTo("Drain\nTake nothing new");
        assertThat(drain.text()).isEqualTo("Drain");

        screen.open(900, 60);
        screen.await(() -> drain.getSize().x == wide);
    }
}
