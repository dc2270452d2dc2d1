package org.postyard.console.ui.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.ui.thread.UiThread;
import org.postyard.console.widgets.chart.TimeChart;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;

/** Saves a chart as a picture or as a table; files are written on another thread, and a banner says what became of it. */
final class ChartFiles {

    private final UiThread uiThread;
    private final TimeChart chart;
    private final Banner banner;

    ChartFiles(UiThread uiThread, TimeChart chart, Banner banner) {
        this.uiThread = uiThread;
        this.chart = chart;
        this.banner = banner;
    }

    void askAndSavePicture(Shell shell) {
        ask(shell, "Save the chart as a picture", "png").ifPresent(this::savePicture);
    }

    void askAndSaveTable(Shell shell) {
        ask(shell, "Save the values as a table", "csv").ifPresent(this::saveTable);
    }

    private static Optional<Path> ask(Shell shell, String title, String ending) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFileName("postyard-chart." + ending);
        dialog.setFilterExtensions(new String[] {"*." + ending});
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open())
                .map(name -> name.toLowerCase(Locale.ROOT).endsWith("." + ending) ? name : name + "." + ending)
                .map(Path::of);
    }

    /** The picture as PNG. */
    void savePicture(Path file) {
        ImageData picture = chart.asImage();
        write(file, () -> {
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {picture};
            loader.save(file.toString(), SWT.IMAGE_PNG);
            return file;
        });
    }

    /** The values as RFC 4180 says. */
    void saveTable(Path file) {
        Supplier<String> table = chart.csv();
        write(file, () -> {
            try {
                return Files.writeString(file, table.get(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private void write(Path file, Supplier<Path> writing) {
        CompletableFuture.supplyAsync(writing)
                .handle((written, failure) -> Optional.ofNullable(failure))
                .thenAccept(failure -> uiThread.show(
                        banner,
                        () -> banner.show(failure.map(problem -> failed(file, problem))
                                .orElseGet(() -> Notice.done("Saved as " + file)))));
    }

    private static Notice failed(Path file, Throwable failure) {
        Throwable reason = Optional.ofNullable(failure.getCause()).orElse(failure);
        return Notice.error(
                file + " was not written: " + reason.getMessage(), "Choose another folder, or make room there.");
    }
}
