package org.postyard.console.widgets.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PathReaderTest {
    private static List<String> read(String data) {
        List<String> pieces = new ArrayList<>();
        PathReader.read(data, new PathSink() {
            @Override
            public void moveTo(float x, float y) {
                pieces.add(String.format(Locale.ROOT, "M%.1f,%.1f", x, y));
            }

            @Override
            public void lineTo(float x, float y) {
                pieces.add(String.format(Locale.ROOT, "L%.1f,%.1f", x, y));
            }

            @Override
            public void cubicTo(float x1, float y1, float x2, float y2, float x, float y) {
                pieces.add(String.format(Locale.ROOT, "C%.1f,%.1f %.1f,%.1f %.1f,%.1f", x1, y1, x2, y2, x, y)
                        .replace("-0.0", "0.0"));
            }

            @Override
            public void close() {
                pieces.add("Z");
            }
        });
        return pieces;
    }

    @Test
    void relativeCommandsContinueFromTheLastPoint() {
        assertThat(read("M1 2h3v-1l.5.5z")).containsExactly("M1.0,2.0", "L4.0,2.0", "L4.0,1.0", "L4.5,1.5", "Z");
    }

    @Test
    void pointsAfterAMoveAreLines() {
        assertThat(read("M1 1 2 2 3 1")).containsExactly("M1.0,1.0", "L2.0,2.0", "L3.0,1.0");
    }

    @Test
    void aSmoothCurveMirrorsTheLastHandle() {
        assertThat(read("M0 0c0 1 1 2 2 2s2 1 2 2"))
                .containsExactly("M0.0,0.0", "C0.0,1.0 1.0,2.0 2.0,2.0", "C3.0,2.0 4.0,3.0 4.0,4.0");
    }

    @Test
    void halfACircleIsTwoCurvesThroughItsTop() {
        assertThat(read("M0 0a5 5 0 0 1 10 0"))
                .containsExactly("M0.0,0.0", "C0.0,-2.8 2.2,-5.0 5.0,-5.0", "C7.8,-5.0 10.0,-2.8 10.0,0.0");
    }
}
