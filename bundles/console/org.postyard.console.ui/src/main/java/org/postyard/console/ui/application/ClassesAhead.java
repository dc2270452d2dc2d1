package org.postyard.console.ui.application;

import java.util.Collection;
import java.util.List;
import org.eclipse.swt.custom.StyledText;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.thread.BackgroundThread;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.widgets.table.Grid;
import org.postyard.protocol.ServerView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of the console on a thread of its own once the first window is there: else the thread of the user interface would load
 * them when a view is opened for the first time, up to a hundred for one view.
 */
final class ClassesAhead {

    private static final Logger LOG = LoggerFactory.getLogger(ClassesAhead.class);
    private static final String SUFFIX = ".class";
    /** The one package of SWT of which views make much, and the first window little. */
    private static final String TEXTS_AND_SASHES = "/org/eclipse/swt/custom";

    private ClassesAhead() {}

    static void begin() {
        BackgroundThread.of("classes-ahead", ClassesAhead::load).start();
    }

    private static void load() {
        for (Class<?> one : List.of(ConsoleView.class, Grid.class, RuntimeSnapshot.class, ServerView.class)) {
            load(FrameworkUtil.getBundle(one), "/");
        }
        load(FrameworkUtil.getBundle(StyledText.class), TEXTS_AND_SASHES);
    }

    private static void load(Bundle bundle, String folder) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        Collection<String> resources = wiring.listResources(
                folder, "*" + SUFFIX, BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        for (String resource : resources) {
            String name =
                    resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.');
            try {
                // Asked for its methods, a class is verified, too, which takes longest. It is not initialised: two
                // threads that initialise
                // classes which need each other would wait for ever.
                Class.forName(name, false, wiring.getClassLoader()).getDeclaredMethods();
            } catch (ClassNotFoundException | LinkageError problem) {
                LOG.debug("class={} is not loaded ahead", name, problem);
            }
        }
    }
}
