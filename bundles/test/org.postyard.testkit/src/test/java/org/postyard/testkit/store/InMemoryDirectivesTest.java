package org.postyard.testkit.store;

import org.postyard.api.operation.Directives;

class InMemoryDirectivesTest implements DirectivesContract {
    private final Directives subject = new InMemoryDirectives();

    @Override
    public Directives directives() {
        return subject;
    }
}
