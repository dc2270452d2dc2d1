package org.postyard.console.widgets.mark;

/** Turns an SVG elliptical arc into cubic curves (SVG 2, implementation notes B.2.4). */
final class ArcCurves {
    private ArcCurves() {}

    /** An arc from one point to another with radii, without rotation of the ellipse. */
    record Arc(double x0, double y0, double rx, double ry, boolean large, boolean sweep, double x, double y) {}

    static void add(Arc arc, PathSink sink) {
        double halfX = (arc.x0 - arc.x) / 2;
        double halfY = (arc.y0 - arc.y) / 2;
        double reach = halfX * halfX / (arc.rx * arc.rx) + halfY * halfY / (arc.ry * arc.ry);
        double grown = Math.max(1, Math.sqrt(reach));
        double rx = arc.rx * grown;
        double ry = arc.ry * grown;
        double root = Math.sqrt(Math.max(0, 1 / Math.min(1, reach) - 1));
        double factor = (arc.large == arc.sweep ? -1 : 1) * root;
        double shiftX = factor * rx * halfY / ry;
        double shiftY = -factor * ry * halfX / rx;
        double centreX = shiftX + (arc.x0 + arc.x) / 2;
        double centreY = shiftY + (arc.y0 + arc.y) / 2;
        double start = Math.atan2((halfY - shiftY) / ry, (halfX - shiftX) / rx);
        double end = Math.atan2((-halfY - shiftY) / ry, (-halfX - shiftX) / rx);
        double sweep = end - start;
        if (arc.sweep && sweep < 0) sweep += 2 * Math.PI;
        if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI;
        pieces(sink, centreX, centreY, rx, ry, start, sweep);
    }

    private static void pieces(
            PathSink sink, double centreX, double centreY, double rx, double ry, double start, double sweep) {
        int count = Math.max(1, (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-6));
        double step = sweep / count;
        double handle = 4.0 / 3 * Math.tan(step / 4);
        for (int piece = 0; piece < count; piece++) {
            double from = start + piece * step;
            double to = from + step;
            sink.cubicTo(
                    (float) (centreX + rx * (Math.cos(from) - handle * Math.sin(from))),
                    (float) (centreY + ry * (Math.sin(from) + handle * Math.cos(from))),
                    (float) (centreX + rx * (Math.cos(to) + handle * Math.sin(to))),
                    (float) (centreY + ry * (Math.sin(to) - handle * Math.cos(to))),
                    (float) (centreX + rx * Math.cos(to)),
                    (float) (centreY + ry * Math.sin(to)));
        }
    }
}
