package org.postyard.control.view;

import java.util.List;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.LogDesk;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.operation.SlotStatus;
import org.postyard.protocol.AccountView;
import org.postyard.protocol.FeatureView;
import org.postyard.protocol.JobView;
import org.postyard.protocol.LimitScope;
import org.postyard.protocol.LimitView;
import org.postyard.protocol.LogLineView;
import org.postyard.protocol.LogPage;
import org.postyard.protocol.PluginPreview;
import org.postyard.protocol.PluginView;
import org.postyard.protocol.SettingOptionView;
import org.postyard.protocol.SettingView;
import org.postyard.protocol.SettingsView;

/** Wire records of what people change the node itself with: plug-ins, jobs, settings, accounts, log, limits. */
public final class AdminViews {
    private AdminViews() {}

    public static PluginView of(PluginDesk.Plugin plugin, List<SlotStatus> slots) {
        return new PluginView(
                plugin.id(),
                plugin.name(),
                plugin.symbolicName(),
                plugin.version(),
                plugin.state(),
                plugin.uploaded(),
                slots.stream()
                        .filter(slot -> slot.bundle().equals(plugin.symbolicName()))
                        .map(YardViews::of)
                        .toList(),
                plugin.well(),
                plugin.health(),
                plugin.previousVersion(),
                plugin.features());
    }

    public static FeatureView of(PluginDesk.PluginFeature feature) {
        return new FeatureView(
                feature.name(), feature.version(), feature.description(), feature.state(), feature.bundles(), true);
    }

    public static PluginPreview of(PluginDesk.Preview preview) {
        return new PluginPreview(
                preview.action(),
                preview.feature() ? "feature" : "bundle",
                preview.name(),
                preview.plugin().map(PluginDesk.Plugin::id),
                preview.plugin().map(PluginDesk.Plugin::version),
                preview.toVersion(),
                preview.refreshed(),
                preview.missing(),
                sentence(preview));
    }

    private static String sentence(PluginDesk.Preview preview) {
        if (!preview.missing().isEmpty())
            return "Not possible: this node does not have " + String.join(", ", preview.missing()) + ".";
        String version = preview.toVersion().map(to -> " to " + to).orElse("");
        String from = preview.plugin()
                .filter(plugin -> !version.isEmpty())
                .map(plugin -> " from " + plugin.version())
                .orElse("");
        String others = preview.refreshed().isEmpty()
                ? "nothing else restarts."
                : "these restart too: " + String.join(", ", preview.refreshed()) + ".";
        return "Would " + preview.action() + " " + preview.name() + from + version + "; " + others;
    }

    public static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.title(),
                job.author(),
                YardViews.word(job.state()),
                job.percent(),
                job.step(),
                job.cancellable(),
                job.started(),
                job.ended(),
                job.result());
    }

    public static SettingsView of(SettingsDesk.Settings settings) {
        return new SettingsView(
                settings.pid(),
                settings.name(),
                settings.description(),
                settings.bundle(),
                settings.plugin(),
                settings.configured(),
                settings.settings().stream().map(AdminViews::of).toList());
    }

    private static SettingView of(SettingsDesk.Setting setting) {
        return new SettingView(
                setting.id(),
                setting.name(),
                setting.description(),
                YardViews.word(setting.type()),
                setting.cardinality(),
                setting.required(),
                setting.options().entrySet().stream()
                        .map(option -> new SettingOptionView(option.getKey(), option.getValue()))
                        .toList(),
                setting.least(),
                setting.most(),
                setting.defaults(),
                setting.values(),
                setting.set());
    }

    public static AccountView of(AccountDesk.Account account) {
        return new AccountView(
                account.name(),
                account.roles().stream().sorted().map(Role::realmName).toList(),
                account.shell());
    }

    public static LogPage of(LogDesk.Page page) {
        return new LogPage(page.lines().stream().map(AdminViews::of).toList(), page.lastSequence(), page.missed());
    }

    private static LogLineView of(LogDesk.Line line) {
        return new LogLineView(
                line.sequence(),
                line.time(),
                YardViews.word(line.level()),
                line.logger(),
                line.bundle(),
                line.thread(),
                line.message(),
                line.trace());
    }

    public static LimitView of(LimitDesk.Limit limit) {
        LimitDesk.Scope scope = limit.scope();
        return new LimitView(
                new LimitScope(scope.server(), scope.source(), scope.pool(), scope.provider(), scope.domain()),
                limit.name().key(),
                limit.value());
    }
}
