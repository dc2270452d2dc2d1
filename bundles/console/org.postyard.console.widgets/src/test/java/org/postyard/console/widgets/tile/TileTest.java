package org.postyard.console.widgets.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.mark.Severity;

@NeedsDisplay
class TileTest {
    @Test
    void whatIsNotWellHasAColouredEdgeUntilItIsOld(Screen screen) {
        Tile tile = new Tile(screen.shell(), "Bounced");
        screen.open(240, 110);
        tile.show(TileValue.of("7.3", "%"));
        assertThat(Screen.countColumn(screen.picture(tile), 1, screen.palette().critical()))
                .isZero();
        tile.show(TileValue.of("7.3", "%").judged(Severity.CRITICAL));
        assertThat(Screen.countColumn(screen.picture(tile), 1, screen.palette().critical()))
                .isGreaterThan(80);
        tile.staleSince(Optional.of("12:03:10"));
        assertThat(Screen.countColumn(screen.picture(tile), 1, screen.palette().critical()))
                .isZero();
        assertThat(tile.spoken()).isEqualTo("Bounced 7.3 %, Critical, no news since 12:03:10");
    }

    @Test
    void partsOfAWholeFillTheBarByTheirShares(Screen screen) {
        ShareBar bar = new ShareBar(screen.shell(), "Results");
        screen.open(324, 140);
        bar.show(List.of(
                ShareBar.Part.of("Delivered", 75).judged(Severity.OK),
                ShareBar.Part.of("Bounced", 25).judged(Severity.CRITICAL)));
        ImageData picture = screen.picture(bar);
        int delivered = Screen.count(picture, screen.palette().ok());
        int bounced = Screen.count(picture, screen.palette().critical());
        assertThat(delivered).isBetween(bounced * 27 / 10, bounced * 33 / 10);
    }

    @Test
    void tilesShareTheRoomEquallyAndWrap(Screen screen) {
        TileBoard board = new TileBoard(screen.shell(), 200);
        for (int index = 0; index < 4; index++) new Tile(board, "Tile " + index);
        screen.open(860, 400);
        assertThat(board.getChildren()).extracting(tile -> tile.getBounds().y).containsOnly(0);
        assertThat(board.getChildren())
                .extracting(tile -> tile.getBounds().width)
                .allMatch(width -> width >= 208 && width <= 210);
        screen.open(500, 400);
        assertThat(board.getChildren()[1].getBounds().y).isZero();
        assertThat(board.getChildren()[2].getBounds().y).isPositive();
    }

    @Test
    void aCardHasItsTitleAboveAndItsFrameAroundWhatIsInIt(Screen screen) {
        Card card = new Card(screen.shell(), "Throughput");
        Canvas inside = new Canvas(card, SWT.NONE);
        screen.open(300, 200);
        assertThat(inside.getBounds().x).isEqualTo(1);
        assertThat(inside.getBounds().y).isGreaterThan(20);
        assertThat(inside.getBounds().width).isEqualTo(298);
        ImageData picture = screen.picture(card);
        assertThat(Screen.at(picture, 150, 0)).isEqualTo(screen.palette().line());
    }

    @Test
    void theLedgerSaysWhetherItBalances(Screen screen) {
        LedgerStrip strip = new LedgerStrip(screen.shell());
        screen.open(600, 60);
        strip.show(new LedgerStrip.Sum(
                new LedgerStrip.Entry("accepted", "10"),
                List.of(new LedgerStrip.Entry("delivered", "9")),
                Severity.CRITICAL,
                "1 missing"));
        assertThat(Screen.count(screen.picture(strip), screen.palette().critical()))
                .isGreaterThan(100);
        strip.staleSince(Optional.of("12:03:10"));
        assertThat(Screen.count(screen.picture(strip), screen.palette().critical()))
                .isZero();
    }
}
