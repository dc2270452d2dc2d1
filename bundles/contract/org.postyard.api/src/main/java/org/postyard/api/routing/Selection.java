package org.postyard.api.routing;

import java.time.Duration;

/** What a balancer proposes. */
public sealed interface Selection {
    /** Send through this source, which is open in the view. */
    record Use(String source) implements Selection {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.use(this);
        }
    }

    /** Nothing fits now; ask again when something changes, at the latest after this time. */
    record Wait(Duration atLeast, String reason) implements Selection {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.waitFor(this);
        }
    }

    /** No member of this pool may ever carry this message; it bounces with the reason. */
    record Refuse(String reason) implements Selection {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refuse(this);
        }
    }

    <T> T fold(Cases<T> cases);

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T use(Use use);

        T waitFor(Wait wait);

        T refuse(Refuse refuse);
    }
}
