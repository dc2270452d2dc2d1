package org.postyard.console.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postyard.console.ui.application.ConsoleApplication;
import org.postyard.console.ui.part.ConsoleView;

/** The workbench of the product on a thread of its own. There can be one in a process, so that all tests share it. */
final class RunningWorkbench implements ExtensionContext.Store.CloseableResource {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final CompletableFuture<Display> displayMade = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Display display;
    private final String firstPerspective;

    RunningWorkbench() throws Exception {
        Thread thread = new Thread(this::run, "workbench");
        thread.setDaemon(true);
        thread.start();
        display = displayMade.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        until(() -> ended.isDone()
                || (PlatformUI.isWorkbenchRunning()
                        && !PlatformUI.getWorkbench().isStarting()));
        if (ended.isDone()) {
            throw new IllegalStateException("the workbench has ended at once: " + ended.get());
        }
        firstPerspective = on(() -> window().getActivePage().getPerspective().getId());
    }

    private void run() {
        try {
            Display made = PlatformUI.createDisplay();
            displayMade.complete(made);
            ended.complete(ConsoleApplication.run(made));
            made.dispose();
        } catch (RuntimeException | LinkageError problem) {
            displayMade.completeExceptionally(problem);
            ended.completeExceptionally(problem);
        }
    }

    /**
     * Runs something on the thread of the user interface and gives its result. As a person would, it waits for views that are just being
     * made.
     */
    <T> T on(Callable<T> work) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!atOnce(RunningWorkbench::allMade)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("a view is not made within " + PATIENCE.toSeconds() + " s");
            }
        }
        return atOnce(work);
    }

    private static boolean allMade() {
        return Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows())
                .flatMap(window -> Stream.of(window.getPages()))
                .flatMap(page -> Stream.of(page.getViewReferences()))
                .map(reference -> reference.getView(false))
                .allMatch(view -> !(view instanceof ConsoleView ours) || ours.made());
    }

    /** As {@link #on}, even while views are being made. */
    <T> T atOnce(Callable<T> work) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | LinkageError | AssertionError problem) {
                result.completeExceptionally(problem);
            }
        });
        return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The perspective that was there when the workbench had started. */
    String firstPerspective() {
        return firstPerspective;
    }

    IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** Runs something soon on the thread of the user interface, e.g. what opens a dialog and returns when it is closed. */
    void later(Runnable work) {
        display.asyncExec(work);
    }

    /** Waits until something is there, which is looked for on the thread of the user interface. */
    void untilShown(Callable<? extends Optional<?>> search) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (on(search).isEmpty()) {
            if (System.nanoTime() > end) {
                screenshot("not-shown");
                throw new AssertionError("not shown within " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Waits until the condition, asked on this thread, is true. */
    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Waits until everything that was asked of the user interface has been done and painted. */
    void settle() throws Exception {
        for (int round = 0; round < 2; round++) {
            CompletableFuture<Void> later = new CompletableFuture<>();
            on(() -> {
                display.timerExec(250, () -> later.complete(null));
                return true;
            });
            later.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Saves what the screen shows into target/screenshots and gives the image's file. */
    Path screenshot(String name) throws Exception {
        on(() -> {
            // Nothing is explained to a pointer that nobody moves.
            display.setCursorLocation(1, 1);
            return true;
        });
        settle();
        Path folder =
                Files.createDirectories(Path.of(System.getProperty("postyard.screenshots", "target/screenshots")));
        Path file = folder.resolve(name + ".png");
        ImageData picture = on(() -> {
            Rectangle bounds = PlatformUI.getWorkbench()
                    .getActiveWorkbenchWindow()
                    .getShell()
                    .getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC screen = new GC(display);
            screen.copyArea(image, bounds.x, bounds.y);
            screen.dispose();
            ImageData data = image.getImageData();
            image.dispose();
            return data;
        });
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {picture};
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return file;
    }

    @Override
    public void close() throws Exception {
        on(() -> PlatformUI.getWorkbench().close());
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
