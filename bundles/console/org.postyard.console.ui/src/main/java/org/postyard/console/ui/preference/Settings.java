package org.postyard.console.ui.preference;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPersistentPreferenceStore;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What somebody prefers, kept in the workspace. Belongs to the thread of the user interface. */
public final class Settings {

    static final String THEME = "theme";
    static final String FONT_FAMILY = "font.family";
    static final String FONT_POINTS = "font.points";
    static final String REFRESHES_PER_SECOND = "refreshes.per.second";
    static final String NARROW_NAVIGATION = "navigation.narrow";
    private static final String LAST_RUNTIME = "runtime.last";
    private static final String GRID = "grid.";
    private static final String BUNDLE = "org.postyard.console.ui";

    private final ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, BUNDLE);

    public Settings() {
        store.setDefault(THEME, "light");
        store.setDefault(FONT_FAMILY, "");
        store.setDefault(FONT_POINTS, 10);
        store.setDefault(REFRESHES_PER_SECOND, 10);
    }

    /** Where they are kept, for pages of preferences and for listeners. */
    public IPersistentPreferenceStore store() {
        return store;
    }

    public boolean dark() {
        return store.getString(THEME).toLowerCase(Locale.ROOT).equals("dark");
    }

    public void dark(boolean dark) {
        store.setValue(THEME, dark ? "dark" : "light");
    }

    /** The family of text that somebody wants; empty for the best that is installed. */
    public Optional<String> fontFamily() {
        return Optional.of(store.getString(FONT_FAMILY)).filter(family -> !family.isBlank());
    }

    public int fontPoints() {
        return Math.min(24, Math.max(7, store.getInt(FONT_POINTS)));
    }

    /** How often a second views show news, 1 to 10. */
    public int refreshesPerSecond() {
        return Math.min(10, Math.max(1, store.getInt(REFRESHES_PER_SECOND)));
    }

    /** Whether the navigation shows icons only. */
    public boolean narrowNavigation() {
        return store.getBoolean(NARROW_NAVIGATION);
    }

    public void narrowNavigation(boolean narrow) {
        store.setValue(NARROW_NAVIGATION, narrow);
    }

    /** The connection whose runtime was shown last. */
    public Optional<String> lastRuntime() {
        return Optional.of(store.getString(LAST_RUNTIME)).filter(name -> !name.isEmpty());
    }

    public void lastRuntime(String name) {
        store.setValue(LAST_RUNTIME, name);
    }

    /** How somebody left the columns of a grid; empty if nobody did. */
    public String grid(String id) {
        return store.getString(GRID + id);
    }

    public void grid(String id, String columns) {
        store.setValue(GRID + id, columns);
    }

    /** Runs the action after each change of one of these keys, until {@link IPreferenceStore} is gone. */
    void onChange(Runnable action, String... keys) {
        store.addPropertyChangeListener(change -> {
            for (String key : keys) {
                if (key.equals(change.getProperty())) {
                    action.run();
                    return;
                }
            }
        });
    }

    /** Runs the action after each change of theme or font. */
    public void onLook(Runnable action) {
        onChange(action, THEME, FONT_FAMILY, FONT_POINTS);
    }
}
