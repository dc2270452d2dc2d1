package org.postyard.control.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.config.core.ConfigRepository;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.control.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of the bundles of Postyard and of all plug-ins, by Metatype over Config Admin; what is changed is also
 * written to the {@code etc} folder by the container. Has no state but its references.
 */
@Component(service = SettingsDesk.class)
public final class MetatypeSettings implements SettingsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MetatypeSettings.class);
    private static final String OWN = "org.postyard.";

    private final BundleContext context;
    private final PluginDesk plugins;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MetaTypeService metatype;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ConfigRepository configurations;

    @Activate
    public MetatypeSettings(BundleContext context, @Reference PluginDesk plugins) {
        this.context = context;
        this.plugins = plugins;
    }

    @Override
    public List<Settings> settings() {
        MetaTypeService service = present(metatype, "Metatype service");
        Set<String> plugged =
                plugins.plugins().stream().map(PluginDesk.Plugin::symbolicName).collect(Collectors.toUnmodifiableSet());
        List<Settings> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            if (name.startsWith(OWN) || plugged.contains(name))
                found.addAll(ofBundle(service, bundle, plugged.contains(name)));
        }
        found.sort(Comparator.comparing(Settings::pid));
        return List.copyOf(found);
    }

    private List<Settings> ofBundle(MetaTypeService service, Bundle bundle, boolean plugin) {
        @Nullable MetaTypeInformation information = service.getMetaTypeInformation(bundle);
        if (information == null || information.getPids() == null) return List.of();
        Map<String, ValueRange> ranges = ValueRange.of(bundle);
        return Arrays.stream(information.getPids())
                .map(pid -> DeclaredSettings.of(
                        pid, bundle, plugin, information.getObjectClassDefinition(pid, null), ranges, configured(pid)))
                .toList();
    }

    @Override
    public Optional<Settings> settings(String pid) {
        return settings().stream()
                .filter(settings -> settings.pid().equals(pid))
                .findFirst();
    }

    @Override
    public List<Wrong> check(String pid, Map<String, List<String>> values) {
        Settings settings = existing(pid);
        List<Wrong> wrong = new ArrayList<>();
        values.forEach((id, given) -> {
            Optional<Setting> setting = find(settings, id);
            if (setting.isEmpty()) wrong.add(new Wrong(id, "There is no setting '" + id + "' in " + pid + "."));
            setting.flatMap(known -> SettingCheck.of(known, given))
                    .ifPresent(reason -> wrong.add(new Wrong(id, reason)));
        });
        return List.copyOf(wrong);
    }

    private static Optional<Setting> find(Settings settings, String id) {
        return settings.settings().stream()
                .filter(setting -> setting.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Wrong> change(String pid, Map<String, List<String>> values, String author) {
        List<Wrong> wrong = check(pid, values);
        if (!wrong.isEmpty()) return wrong;
        Settings settings = existing(pid);
        Map<String, Object> properties = new HashMap<>(configured(pid));
        values.forEach((id, given) -> {
            if (given.isEmpty()) properties.remove(id);
            else if (find(settings, id)
                    .filter(setting -> setting.cardinality() != 0)
                    .isPresent()) properties.put(id, given.toArray(new String[0]));
            else properties.put(id, given.get(0));
        });
        write(pid, properties);
        LOG.info("Settings changed: pid={} settings={} author={}", pid, values.keySet(), author);
        return List.of();
    }

    @Override
    public boolean reset(String pid, String author) {
        Settings settings = existing(pid);
        if (!settings.configured()) return false;
        Map<String, Object> properties = new HashMap<>(configured(pid));
        settings.settings().forEach(setting -> properties.remove(setting.id()));
        write(pid, properties);
        LOG.info("Settings reset: pid={} author={}", pid, author);
        return true;
    }

    private void write(String pid, Map<String, Object> properties) {
        try {
            present(configurations, "configuration service").update(pid, properties);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of " + pid + " cannot be written", e);
        }
    }

    private Map<String, Object> configured(String pid) {
        try {
            Configuration[] found = present(configurations, "configuration service")
                    .getConfigAdmin()
                    .listConfigurations("(service.pid=" + pid + ")");
            if (found == null || found.length == 0) return Map.of();
            Map<String, Object> properties = new HashMap<>();
            @Nullable Dictionary<String, Object> dictionary = found[0].getProperties();
            if (dictionary != null)
                Collections.list(dictionary.keys()).forEach(key -> properties.put(key, dictionary.get(key)));
            return properties;
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("configuration " + pid + " cannot be read", e);
        }
    }

    private Settings existing(String pid) {
        return settings(pid)
                .orElseThrow(() -> new java.util.NoSuchElementException("Nothing declares settings of '" + pid + "'."));
    }

    private static <T> T present(@Nullable T service, String name) {
        if (service == null) throw Problems.unavailable("The " + name + " is not running.", Duration.ofSeconds(5));
        return service;
    }
}
