package org.postyard.console.widgets.theme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;

/** Chooses the font families: installed ones whose figures are all of one width, so that columns of numbers align. */
final class Typeface {
    private static final List<String> PREFERRED = List.of(
            "Open Sans", "Roboto", "Noto Sans", "Cantarell", "Segoe UI", "Ubuntu", "Liberation Sans", "DejaVu Sans");
    private static final List<String> MONOSPACE =
            List.of("Roboto Mono", "Noto Sans Mono", "Noto Mono", "DejaVu Sans Mono", "Liberation Mono", "Monospace");

    private final Device device;
    private final Set<String> installed;

    Typeface(Device device) {
        this.device = device;
        this.installed = Arrays.stream(device.getFontList(null, true))
                .map(FontData::getName)
                .collect(Collectors.toSet());
    }

    /** Takes the wish when it is installed, whatever its figures are like. */
    String text(Optional<String> wished) {
        return wished.filter(installed::contains)
                .or(this::firstTabular)
                .orElseGet(() -> device.getSystemFont().getFontData()[0].getName());
    }

    String monospace() {
        return MONOSPACE.stream().filter(installed::contains).findFirst().orElse("Monospace");
    }

    private Optional<String> firstTabular() {
        return PREFERRED.stream()
                .filter(installed::contains)
                .filter(this::tabular)
                .findFirst();
    }

    boolean tabular(String family) {
        Font font = new Font(device, family, 20, SWT.NORMAL);
        GC gc = new GC(device);
        try {
            gc.setFont(font);
            return "0123456789"
                            .chars()
                            .map(digit ->
                                    gc.stringExtent(String.valueOf((char) digit).repeat(10)).x)
                            .distinct()
                            .count()
                    == 1;
        } finally {
            gc.dispose();
            font.dispose();
        }
    }
}
