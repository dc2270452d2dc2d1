package org.postyard.console.widgets.mark;

import java.util.Locale;

/**
 * The icons, each drawn in lines on a grid of 24. The file of the same name under {@code /icons} in this bundle is the
 * only source; {@link IconPainter} draws it in any colour and size.
 */
public enum Icon {
    ADD,
    ALERT,
    APPLY,
    CAMPAIGN,
    CERTIFICATE,
    CHART,
    CHECK,
    CLOCK,
    CLOSE,
    COLLAPSE,
    COMPARE,
    CONNECT,
    COPY,
    DELETE,
    DISCONNECT,
    DOCUMENT,
    DRAIN,
    EDIT,
    EVENT,
    EXPAND,
    EXPEDITE,
    EXPORT,
    FILTER,
    FLEET,
    HELP,
    HOLD,
    IMPORT,
    INFO,
    LEDGER,
    LOCK,
    LOG,
    MAINTENANCE,
    MESSAGE,
    MORE,
    OVERVIEW,
    PAUSE,
    PLAY,
    PLUG_IN,
    POOL,
    PREVIEW,
    PROBE,
    PROVIDER,
    QUEUE,
    REFRESH,
    RELEASE,
    REROUTE,
    RESUME,
    SEARCH,
    SERVER,
    SETTINGS,
    SITE,
    SOURCE,
    STOP,
    SUPPRESSION,
    TENANT,
    THEME,
    UNDO,
    USER,
    WARM_UP;

    /** Where the drawing is, as a resource of this bundle. */
    public String resource() {
        return "/icons/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }
}
