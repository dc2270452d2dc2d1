package org.postyard.console.widgets.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.theme.Palette;

/** Saves each page of the gallery in both themes, for people to look at, and checks that it is drawn in its colours. */
@NeedsDisplay
class GalleryTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @ParameterizedTest
    @EnumSource(Gallery.Page.class)
    void everyPageIsDrawnInBothThemes(Gallery.Page page, Screen screen) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        page.build(screen.shell());
        for (Palette palette : List.of(Palette.dark(), Palette.light())) {
            screen.theme().use(palette);
            screen.open(1280, 800);
            ImageData picture = screen.picture(screen.shell());
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {picture};
            String name = page.name().toLowerCase(Locale.ROOT) + "-" + palette.name() + ".png";
            loader.save(SCREENSHOTS.resolve(name).toString(), SWT.IMAGE_PNG);
            assertThat(Screen.count(picture, palette.surface())).isGreaterThan(50_000);
            assertThat(colours(picture)).hasSizeGreaterThan(30);
        }
    }

    private static Set<RGB> colours(ImageData picture) {
        Set<RGB> colours = new HashSet<>();
        for (int y = 0; y < picture.height; y += 2)
            for (int x = 0; x < picture.width; x++) colours.add(Screen.at(picture, x, y));
        return colours;
    }
}
