package org.postyard.console.widgets.mark;

/** Takes the pieces of a drawing in absolute coordinates. */
interface PathSink {
    void moveTo(float x, float y);

    void lineTo(float x, float y);

    void cubicTo(float x1, float y1, float x2, float y2, float x, float y);

    void close();
}
