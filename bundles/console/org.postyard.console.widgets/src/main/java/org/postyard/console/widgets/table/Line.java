package org.postyard.console.widgets.table;

/** A row in its place on the screen. */
record Line<T>(Node<T> node, int depth, boolean expandable, boolean expanded) {
    Object key() {
        return node.key();
    }

    T value() {
        return node.value();
    }
}
