package org.postyard.console.widgets.tile;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.postyard.console.widgets.theme.Theme;

/** Tiles side by side, all of one width, in as many columns as there is room for. */
public final class TileBoard extends Composite {
    private final int leastTileWidth;
    private final int gap;

    /** Tiles get at least the given width, in points. */
    public TileBoard(Composite parent, int leastTileWidth) {
        super(parent, SWT.NONE);
        this.leastTileWidth = leastTileWidth;
        this.gap = 8;
        setLayout(new Columns());
        Theme theme = Theme.of(this);
        theme.follow(this, () -> setBackground(theme.color(theme.palette().background())));
    }

    private int columns(int width) {
        int fitting = Math.max(1, (width + gap) / (leastTileWidth + gap));
        int tiles = Math.max(1, getChildren().length);
        int rows = (tiles + fitting - 1) / fitting;
        return (tiles + rows - 1) / rows;
    }

    private final class Columns extends Layout {
        @Override
        protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flush) {
            Control[] tiles = composite.getChildren();
            int width = widthHint == SWT.DEFAULT ? tiles.length * (leastTileWidth + gap) : widthHint;
            int columns = columns(width);
            int rows = (tiles.length + columns - 1) / columns;
            return new Point(width, rows * (tallest(tiles) + gap) - gap);
        }

        @Override
        protected void layout(Composite composite, boolean flush) {
            Rectangle area = composite.getClientArea();
            Control[] tiles = composite.getChildren();
            int columns = columns(area.width);
            int height = tallest(tiles);
            for (int index = 0; index < tiles.length; index++) {
                int column = index % columns;
                int left = column * (area.width + gap) / columns;
                int right = (column + 1) * (area.width + gap) / columns - gap;
                tiles[index].setBounds(area.x + left, area.y + index / columns * (height + gap), right - left, height);
            }
        }

        private int tallest(Control[] tiles) {
            int height = 0;
            for (Control tile : tiles) height = Math.max(height, tile.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
            return height;
        }
    }
}
