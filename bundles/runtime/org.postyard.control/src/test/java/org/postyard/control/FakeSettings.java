package org.postyard.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.api.administration.SettingsDesk.Setting;
import org.postyard.api.administration.SettingsDesk.Settings;

/** Settings of one PID, {@code org.postyard.x}, where only the number 5 is allowed for {@code seconds}. */
final class FakeSettings implements SettingsDesk {
    private volatile List<String> seconds = List.of("30");

    @Override
    public List<Settings> settings() {
        return List.of(new Settings(
                "org.postyard.x",
                "X",
                "What X does.",
                "org.postyard.x",
                true,
                true,
                List.of(
                        new Setting(
                                "seconds",
                                "Seconds",
                                "Of something.",
                                Type.INTEGER,
                                0,
                                true,
                                Map.of(),
                                Optional.of("1"),
                                Optional.empty(),
                                List.of("30"),
                                seconds,
                                true),
                        new Setting(
                                "password",
                                "Password",
                                "",
                                Type.SECRET,
                                0,
                                false,
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                true))));
    }

    @Override
    public Optional<Settings> settings(String pid) {
        return settings().stream()
                .filter(settings -> settings.pid().equals(pid))
                .findFirst();
    }

    @Override
    public List<Wrong> check(String pid, Map<String, List<String>> values) {
        return values.getOrDefault("seconds", List.of("5")).equals(List.of("5"))
                ? List.of()
                : List.of(new Wrong("seconds", "is not 5"));
    }

    @Override
    public List<Wrong> change(String pid, Map<String, List<String>> values, String author) {
        List<Wrong> wrong = check(pid, values);
        if (wrong.isEmpty()) seconds = values.getOrDefault("seconds", seconds);
        return wrong;
    }

    @Override
    public boolean reset(String pid, String author) {
        seconds = List.of("30");
        return true;
    }
}
