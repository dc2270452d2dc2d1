package org.postyard.console.widgets.display;

import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a {@link Screen}; skips the tests where there is no X display. */
final class DisplayExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(DisplayExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String display = System.getenv("DISPLAY");
        if (display != null && !display.isEmpty()) return ConditionEvaluationResult.enabled("display " + display);
        String reason = "no DISPLAY: run under xvfb-run";
        System.out.println("Skipped " + context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Screen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(SPACE)
                .getOrComputeIfAbsent("screen", key -> new Screen(Display.getDefault()), Screen.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Screen screen = context.getStore(SPACE).remove("screen", Screen.class);
        if (screen != null) screen.close();
    }
}
