package org.postyard.console.ui.link;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.widgets.mark.Severity;

/** How the state of a connection is said: a severity and a few words with the local time. */
public final class RuntimeWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private RuntimeWords() {}

    /** Local time of day with seconds. */
    public static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    public static Severity severity(LinkState link) {
        return link.fold(new LinkState.Cases<>() {
            @Override
            public Severity connecting(LinkState.Connecting connecting) {
                return Severity.NOTICE;
            }

            @Override
            public Severity live(LinkState.Live live) {
                return Severity.OK;
            }

            @Override
            public Severity stale(LinkState.Stale stale) {
                return Severity.WARNING;
            }

            @Override
            public Severity refused(LinkState.Refused refused) {
                return refused.wantsSecret() ? Severity.WARNING : Severity.CRITICAL;
            }
        });
    }

    /** For example {@code live since 12:03:10}. */
    public static String words(LinkState link) {
        return link.fold(new LinkState.Cases<>() {
            @Override
            public String connecting(LinkState.Connecting connecting) {
                return "connecting";
            }

            @Override
            public String live(LinkState.Live live) {
                return "live since " + time(live.since());
            }

            @Override
            public String stale(LinkState.Stale stale) {
                return "no news since " + time(stale.since()) + ", reconnecting";
            }

            @Override
            public String refused(LinkState.Refused refused) {
                return switch (refused.wanted()) {
                    case PASSWORD -> "password needed";
                    case KEY -> "API key needed";
                    case APPROVAL -> "certificate not approved";
                    case CHANGE -> "not connected";
                };
            }
        });
    }
}
