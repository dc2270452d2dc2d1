package org.postyard.console.ui.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IModelResourceHandler;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.IWorkbench;
import org.osgi.service.event.EventHandler;
import org.postyard.console.model.thread.BackgroundThread;
import org.postyard.console.ui.preference.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves windows, places of views and preferences a moment after they have changed, so that they are there again even if the console does
 * not end properly. The thread of the user interface only copies the model of the workbench; files are written on another, in one step.
 * Belongs to the thread of the user interface.
 */
final class LayoutKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LayoutKeeper.class);
    private static final int DELAY_MILLIS = 1500;
    private static final int END_SECONDS = 3;
    private static final List<String> TOPICS = List.of(
            UIEvents.ElementContainer.TOPIC_CHILDREN,
            UIEvents.ElementContainer.TOPIC_SELECTEDELEMENT,
            UIEvents.UIElement.TOPIC_TOBERENDERED,
            UIEvents.UIElement.TOPIC_CONTAINERDATA,
            UIEvents.Window.TOPIC_X,
            UIEvents.Window.TOPIC_Y,
            UIEvents.Window.TOPIC_WIDTH,
            UIEvents.Window.TOPIC_HEIGHT);

    private final IWorkbench workbench;
    private final Settings settings;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(BackgroundThread.named("console-layout"));
    private final EventHandler changed = event -> soon();
    private boolean waiting;
    private boolean ended;

    LayoutKeeper(IWorkbench workbench, Settings settings) {
        this.workbench = workbench;
        this.settings = settings;
    }

    /** Watches from now on. */
    void begin() {
        IEventBroker broker = workbench.getService(IEventBroker.class);
        TOPICS.forEach(topic -> broker.subscribe(topic, changed));
        settings.store().addPropertyChangeListener(change -> soon());
    }

    /** Saves no more, because the workbench saves all when it ends; waits for what is just being written. */
    void end() {
        ended = true;
        workbench.getService(IEventBroker.class).unsubscribe(changed);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the layout is still being written after {} s", END_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void soon() {
        if (!waiting && !ended) {
            waiting = true;
            workbench.getDisplay().timerExec(DELAY_MILLIS, this::save);
        }
    }

    private void save() {
        waiting = false;
        if (ended) {
            return;
        }
        IEclipseContext context = workbench.getService(IEclipseContext.class);
        MApplication model = context.get(MApplication.class);
        if (model.getChildren().isEmpty()) {
            // Without a window there is no layout that anybody wants back.
            return;
        }
        MApplication copy = (MApplication) EcoreUtil.copy((EObject) model);
        Resource resource = context.get(IModelResourceHandler.class).createResourceWithApp(copy);
        Path file = Path.of(resource.getURI().toFileString());
        resource.getResourceSet().getResources().remove(resource);
        writer.execute(() -> write(resource, file));
    }

    private void write(Resource resource, Path file) {
        try {
            LayoutFile.write(resource, file);
            settings.store().save();
        } catch (IOException | RuntimeException problem) {
            LOG.warn("the layout cannot be saved now file={}", file, problem);
        }
    }
}
