package org.postyard.console.ui.tests;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one workbench of this process, and the one runtime that it is connected to; each is started for the first that asks and
 * closed after the last.
 */
public final class SharedWorkbench implements ParameterResolver {

    /** Something that may fail. */
    private interface Start<T> {
        T start() throws Exception;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningWorkbench.class || type == ConnectedRuntime.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunningWorkbench workbench = shared(test, RunningWorkbench.class, RunningWorkbench::new);
        return parameter.getParameter().getType() == RunningWorkbench.class
                ? workbench
                : shared(test, ConnectedRuntime.class, () -> new ConnectedRuntime(workbench));
    }

    private static <T> T shared(ExtensionContext test, Class<T> type, Start<T> start) {
        return test.getRoot()
                .getStore(Namespace.create(SharedWorkbench.class))
                .getOrComputeIfAbsent(type, key -> started(type, start), type);
    }

    private static <T> T started(Class<T> type, Start<T> start) {
        try {
            return start.start();
        } catch (Exception problem) {
            throw new IllegalStateException(type.getSimpleName() + " did not start", problem);
        }
    }
}
