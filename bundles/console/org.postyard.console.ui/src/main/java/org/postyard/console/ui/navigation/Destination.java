package org.postyard.console.ui.navigation;

import java.util.Arrays;
import java.util.Optional;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.view.Target;
import org.postyard.console.widgets.mark.Icon;

/** Where the navigation leads: a view, its icon and the perspective that it belongs to. One line for each view. */
public enum Destination {
    OVERVIEW("overview", "Overview", Icon.OVERVIEW, Area.NOC),
    FLEET("fleet", "Fleet", Icon.FLEET, Area.NOC),
    CHARTS("chart", "Charts", Icon.CHART, Area.NOC),
    QUEUES("queue", "Queues", Icon.QUEUE, Area.NOC),
    MESSAGES("message", "Messages", Icon.MESSAGE, Area.NOC),
    EVENTS("event", "Events", Icon.EVENT, Area.NOC),
    PLUG_INS("plugin", "Plug-ins", Icon.PLUG_IN, Area.ADMIN),
    CONFIGURATION("configuration", "Configuration", Icon.SETTINGS, Area.ADMIN),
    FLEET_DOCUMENT("document", "Fleet document", Icon.DOCUMENT, Area.ADMIN),
    USERS("account", "Users", Icon.USER, Area.ADMIN),
    LOG("log", "Log", Icon.LOG, Area.ADMIN),
    CONNECTIONS("connection", "Connections", Icon.CONNECT, Area.CONSOLE),
    HEALTH("health", "This console", Icon.PROBE, Area.CONSOLE),
    HELP("help", "Help", Icon.HELP, Area.CONSOLE);

    /** Groups of destinations. */
    public enum Area {
        NOC("Operations", NocPerspective.ID),
        ADMIN("Administration", AdminPerspective.ID),
        CONSOLE("Console", "");

        private final String label;
        private final String perspective;

        Area(String label, String perspective) {
            this.label = label;
            this.perspective = perspective;
        }

        public String label() {
            return label;
        }

        /** The perspective to open with a view of this area; empty for any. */
        public Optional<String> perspective() {
            return Optional.of(perspective).filter(id -> !id.isEmpty());
        }
    }

    private final String name;
    private final String label;
    private final Icon icon;
    private final Area area;

    Destination(String name, String label, Icon icon, Area area) {
        this.name = name;
        this.label = label;
        this.icon = icon;
        this.area = area;
    }

    /** Id of the view, which is the name of its package. */
    public String viewId() {
        return "org.postyard.console.ui." + name;
    }

    public String label() {
        return label;
    }

    public Icon icon() {
        return icon;
    }

    public Area area() {
        return area;
    }

    /** The destination that the view belongs to. */
    public static Optional<Destination> of(String viewId) {
        return Arrays.stream(values())
                .filter(destination -> destination.viewId().equals(viewId))
                .findFirst();
    }

    /** The destination whose view shows the target. */
    public static Destination of(Target target) {
        return target.fold(new Target.Cases<>() {
            @Override
            public Destination server(String id) {
                return FLEET;
            }

            @Override
            public Destination source(String id) {
                return FLEET;
            }

            @Override
            public Destination pool(String id) {
                return FLEET;
            }

            @Override
            public Destination queues(QueueScope scope) {
                return QUEUES;
            }

            @Override
            public Destination message(String id) {
                return MESSAGES;
            }

            @Override
            public Destination messagesOf(String address) {
                return MESSAGES;
            }

            @Override
            public Destination provider(String name) {
                return EVENTS;
            }

            @Override
            public Destination ledger() {
                return OVERVIEW;
            }

            @Override
            public Destination health(String part) {
                return part.equals("plug-ins") ? PLUG_INS : OVERVIEW;
            }

            @Override
            public Destination connection() {
                return CONNECTIONS;
            }

            @Override
            public Destination command(String id) {
                return OVERVIEW;
            }
        });
    }
}
