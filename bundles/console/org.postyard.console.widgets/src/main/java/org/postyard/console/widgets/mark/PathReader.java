package org.postyard.console.widgets.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads SVG path data: the commands M, L, H, V, C, S, A and Z, absolute and relative (SVG 2, chapter 9.3). */
final class PathReader {
    private static final Pattern COMMAND = Pattern.compile("([MLHVCSAZmlhvcsaz])([^MLHVCSAZmlhvcsaz]*)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.\\d*|\\.\\d+|\\d+)(?:[eE][-+]?\\d+)?");

    private final PathSink sink;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double handleX;
    private double handleY;

    private PathReader(PathSink sink) {
        this.sink = sink;
    }

    static void read(String data, PathSink sink) {
        PathReader reader = new PathReader(sink);
        Matcher commands = COMMAND.matcher(data);
        while (commands.find()) reader.command(commands.group(1).charAt(0), numbers(commands.group(2)));
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) numbers.add(Double.parseDouble(matcher.group()));
        return numbers;
    }

    private void command(char letter, List<Double> numbers) {
        boolean relative = Character.isLowerCase(letter);
        char kind = Character.toUpperCase(letter);
        int arity = arity(kind);
        if (kind == 'Z') close();
        for (int from = 0; arity > 0 && from + arity <= numbers.size(); from += arity) {
            char repeated = kind == 'M' && from > 0 ? 'L' : kind;
            piece(repeated, relative, numbers.subList(from, from + arity));
        }
    }

    private static int arity(char kind) {
        return switch (kind) {
            case 'M', 'L' -> 2;
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'S' -> 4;
            case 'A' -> 7;
            default -> 0;
        };
    }

    private void piece(char kind, boolean relative, List<Double> n) {
        double baseX = relative ? x : 0;
        double baseY = relative ? y : 0;
        switch (kind) {
            case 'M' -> move(baseX + n.get(0), baseY + n.get(1));
            case 'L' -> line(baseX + n.get(0), baseY + n.get(1));
            case 'H' -> line(baseX + n.get(0), y);
            case 'V' -> line(x, baseY + n.get(0));
            case 'C' ->
                curve(
                        baseX + n.get(0),
                        baseY + n.get(1),
                        baseX + n.get(2),
                        baseY + n.get(3),
                        baseX + n.get(4),
                        baseY + n.get(5));
            case 'S' ->
                curve(
                        2 * x - handleX,
                        2 * y - handleY,
                        baseX + n.get(0),
                        baseY + n.get(1),
                        baseX + n.get(2),
                        baseY + n.get(3));
            case 'A' -> arc(n, baseX + n.get(5), baseY + n.get(6));
            default -> throw new IllegalArgumentException("path command " + kind);
        }
    }

    private void move(double toX, double toY) {
        sink.moveTo((float) toX, (float) toY);
        startX = toX;
        startY = toY;
        at(toX, toY);
    }

    private void line(double toX, double toY) {
        sink.lineTo((float) toX, (float) toY);
        at(toX, toY);
    }

    private void curve(double x1, double y1, double x2, double y2, double toX, double toY) {
        sink.cubicTo((float) x1, (float) y1, (float) x2, (float) y2, (float) toX, (float) toY);
        at(toX, toY);
        handleX = x2;
        handleY = y2;
    }

    private void arc(List<Double> n, double toX, double toY) {
        ArcCurves.add(new ArcCurves.Arc(x, y, n.get(0), n.get(1), n.get(3) != 0, n.get(4) != 0, toX, toY), sink);
        at(toX, toY);
    }

    private void close() {
        sink.close();
        at(startX, startY);
    }

    private void at(double toX, double toY) {
        x = toX;
        y = toY;
        handleX = toX;
        handleY = toY;
    }
}
