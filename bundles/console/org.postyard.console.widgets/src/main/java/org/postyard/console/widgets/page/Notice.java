package org.postyard.console.widgets.page;

import java.util.Optional;
import org.postyard.console.widgets.mark.Severity;

/** What a banner says: what happened and why, what now, and perhaps something to press. */
public record Notice(Severity severity, String text, String whatNow, Optional<Offer> offer) {
    /** Something that can be done about it. */
    public record Offer(String text, Runnable action) {}

    public static Notice info(String text) {
        return new Notice(Severity.NOTICE, text, "", Optional.empty());
    }

    public static Notice done(String text) {
        return new Notice(Severity.OK, text, "", Optional.empty());
    }

    public static Notice warning(String text, String whatNow) {
        return new Notice(Severity.WARNING, text, whatNow, Optional.empty());
    }

    public static Notice error(String text, String whatNow) {
        return new Notice(Severity.CRITICAL, text, whatNow, Optional.empty());
    }

    public Notice offering(String offered, Runnable action) {
        return new Notice(severity, text, whatNow, Optional.of(new Offer(offered, action)));
    }
}
