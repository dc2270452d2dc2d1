package org.postyard.control.view;

import java.util.ArrayList;
import java.util.List;
import org.postyard.control.host.Host;
import org.postyard.control.problem.ProblemException;
import org.postyard.protocol.HealthPartView;
import org.postyard.protocol.HealthView;

/** The engine's own health and whether every service that the API shows is there. */
public final class HealthCheck {
    private HealthCheck() {}

    public static HealthView of(Host host) {
        List<HealthPartView> parts = new ArrayList<>();
        try {
            parts.addAll(YardViews.of(host.yard().health()).parts());
        } catch (ProblemException missing) {
            parts.add(new HealthPartView("engine", false, missing.problem().detail()));
        }
        addIfMissing(parts, "event feed", host::feed);
        addIfMissing(parts, "journal", host::journal);
        addIfMissing(parts, "fleet desk", host::fleet);
        addIfMissing(parts, "suppression list", host::suppressions);
        addIfMissing(parts, "API keys", host::keys);
        return new HealthView(parts.stream().allMatch(HealthPartView::well), parts);
    }

    private static void addIfMissing(List<HealthPartView> parts, String name, Runnable service) {
        try {
            service.run();
        } catch (ProblemException missing) {
            parts.add(new HealthPartView(name, false, missing.problem().detail()));
        }
    }
}
