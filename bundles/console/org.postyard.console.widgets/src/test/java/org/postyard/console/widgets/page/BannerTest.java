package org.postyard.console.widgets.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.form.ActionButton;

@NeedsDisplay
class BannerTest {
    private static Composite page(Screen screen) {
        Composite page = new Composite(screen.shell(), SWT.NONE);
        page.setLayout(new GridLayout());
        return page;
    }

    @Test
    void aBannerTakesRoomOnlyWhileItSaysSomething(Screen screen) {
        Banner banner = new Banner(page(screen));
        screen.open(600, 200);
        assertThat(banner.isVisible()).isFalse();
        banner.show(Notice.error("Not applied: line 14", "Correct the name."));
        screen.settle();
        screen.shell().layout(true, true);
        assertThat(banner.isVisible()).isTrue();
        assertThat(banner.getSize().y).isGreaterThan(30);
        assertThat(Screen.countColumn(
                        screen.picture(banner), 1, screen.palette().critical()))
                .isGreaterThan(25);
        banner.clear();
        assertThat(banner.isVisible()).isFalse();
    }

    @Test
    void progressCanBeStoppedAndGoesAwayWhenDone(Screen screen) {
        ProgressLine progress = new ProgressLine(page(screen));
        screen.open(600, 200);
        List<String> stopped = new ArrayList<>();
        progress.show("Installing", OptionalDouble.of(0.5), Optional.of(() -> stopped.add("stopped")));
        screen.shell().layout(true, true);
        assertThat(Screen.count(screen.picture(progress), screen.palette().accent()))
                .isGreaterThan(300);
        ((ActionButton) progress.getChildren()[2]).press();
        assertThat(stopped).containsExactly("stopped");
        progress.done();
        assertThat(progress.running()).isFalse();
        assertThat(progress.isVisible()).isFalse();
    }

    @Test
    void theFilterBoxTellsEachChange(Screen screen) {
        PageHeader header = new PageHeader(screen.shell(), "Fleet");
        List<String> told = new ArrayList<>();
        header.filterBox("Filter", told::add);
        screen.open(600, 60);
        header.filterBox().orElseThrow().setText(" mta ");
        assertThat(told).containsExactly("mta");
    }
}
