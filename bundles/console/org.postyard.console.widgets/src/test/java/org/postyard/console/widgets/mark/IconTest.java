package org.postyard.console.widgets.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;

@NeedsDisplay
class IconTest {
    private static final RGB RED = new RGB(200, 0, 0);
    private static final Pattern HEAD =
            Pattern.compile("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"16\""
                    + " viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"#75818F\" stroke-width=\"2\" stroke-linecap=\"round\""
                    + " stroke-linejoin=\"round\">");

    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconIsDrawnInItsSquareInTheWantedColour(Icon icon, Screen screen) {
        ImageData drawn = screen.drawn(40, 40, gc -> new IconPainter(screen.theme()).paint(gc, icon, 8, 8, 24, RED));
        assertThat(Screen.count(drawn, screen.palette().surface())).isLessThan(40 * 40 - 20);
        assertThat(reddest(drawn)).isGreaterThan(100);
        for (int place = 0; place < 40; place++) {
            assertThat(Screen.at(drawn, place, 6)).isEqualTo(screen.palette().surface());
            assertThat(Screen.at(drawn, 6, place)).isEqualTo(screen.palette().surface());
            assertThat(Screen.at(drawn, place, 34)).isEqualTo(screen.palette().surface());
            assertThat(Screen.at(drawn, 34, place)).isEqualTo(screen.palette().surface());
        }
    }

    /** How much more red than green the reddest pixel is; lines between two pixels are paler than their colour. */
    private static int reddest(ImageData drawn) {
        int most = 0;
        for (int y = 0; y < drawn.height; y++) {
            for (int x = 0; x < drawn.width; x++) {
                RGB colour = Screen.at(drawn, x, y);
                most = Math.max(most, colour.red - colour.green);
            }
        }
        return most;
    }

    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyDrawingIsInTheOneStyle(Icon icon) throws IOException {
        try (InputStream input = Icon.class.getResourceAsStream(icon.resource())) {
            assertThat(input).as(icon.resource()).isNotNull();
            assertThat(new String(input.readAllBytes(), StandardCharsets.UTF_8)).containsPattern(HEAD);
        }
    }

    @Test
    void imagesAreColouredAndSeeThroughAndMadeOnce(Screen screen) {
        Image image = IconImage.of(screen.theme(), Icon.STOP, 16, RED);
        assertThat(IconImage.of(screen.theme(), Icon.STOP, 16, RED)).isSameAs(image);
        ImageData data = new IconImage(Icon.STOP, 16, RED).getImageData(100);
        assertThat(data.getAlpha(0, 0)).isZero();
        assertThat(data.getAlpha(8, 8)).isZero();
        assertThat(data.palette.getRGB(data.getPixel(8, 8))).isEqualTo(RED);
        int opaque = 0;
        for (int x = 0; x < 16; x++) if (data.getAlpha(x, 8) > 100) opaque++;
        assertThat(opaque).isBetween(2, 4);
        assertThat(new IconImage(Icon.STOP, 16, RED).getImageData(200).width).isEqualTo(32);
    }
}
