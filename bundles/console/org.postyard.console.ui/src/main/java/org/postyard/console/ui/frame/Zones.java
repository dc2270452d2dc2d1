package org.postyard.console.ui.frame;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** The places of a painted control that can be clicked: hover, tool tip, press. Belongs to the thread of the user interface. */
public final class Zones {

    /** One place; its tip is empty where it speaks for itself. */
    public record Zone(Rectangle bounds, String tip, Runnable action) {}

    private final Canvas canvas;
    private List<Zone> zones = List.of();
    private Optional<Zone> hovered = Optional.empty();

    public Zones(Canvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseMove, event -> hover(at(event)));
        canvas.addListener(SWT.MouseExit, event -> hover(Optional.empty()));
        canvas.addListener(SWT.MouseDown, event -> {
            if (event.button == 1) {
                at(event).ifPresent(zone -> zone.action().run());
            }
        });
    }

    public void set(List<Zone> next) {
        zones = List.copyOf(next);
        hovered = hovered.flatMap(old -> zones.stream()
                .filter(zone -> zone.bounds().equals(old.bounds()))
                .findFirst());
        canvas.redraw();
    }

    public boolean hot(Rectangle bounds) {
        return hovered.filter(zone -> zone.bounds().equals(bounds)).isPresent();
    }

    private Optional<Zone> at(Event event) {
        return zones.stream()
                .filter(zone -> zone.bounds().contains(event.x, event.y))
                .findFirst();
    }

    private void hover(Optional<Zone> zone) {
        if (!zone.equals(hovered)) {
            hovered = zone;
            canvas.setToolTipText(
                    zone.map(Zone::tip).filter(tip -> !tip.isEmpty()).orElse(null));
            canvas.setCursor(zone.isPresent() ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            canvas.redraw();
        }
    }
}
