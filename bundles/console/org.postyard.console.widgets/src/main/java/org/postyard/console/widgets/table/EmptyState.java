package org.postyard.console.widgets.table;

import java.util.Optional;
import org.postyard.console.widgets.mark.Icon;

/** What an empty grid says instead of rows: what is not there, and what to do about it. */
public record EmptyState(Optional<Icon> icon, String title, String hint, Optional<Link> link) {
    /** Something to click. */
    public record Link(String text, Runnable action) {}

    public static EmptyState of(String title, String hint) {
        return new EmptyState(Optional.empty(), title, hint, Optional.empty());
    }

    public EmptyState with(Icon next) {
        return new EmptyState(Optional.of(next), title, hint, link);
    }

    public EmptyState linked(String text, Runnable action) {
        return new EmptyState(icon, title, hint, Optional.of(new Link(text, action)));
    }
}
