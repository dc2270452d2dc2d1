package org.postyard.simulator;

/** How a provider answers one command. */
sealed interface Verdict {
    Verdict PROCEED = new Proceed();
    Verdict DISCONNECT = new Disconnect();
    Verdict SILENCE = new Silence();

    <T> T fold(Cases<T> cases);

    /** Go on as usual. */
    record Proceed() implements Verdict {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.proceed();
        }
    }

    /** Answer with this reply; one of 421 also ends the conversation. */
    record Refuse(Reply reply) implements Verdict {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refuse(reply);
        }
    }

    /** Close without a reply. */
    record Disconnect() implements Verdict {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.disconnect();
        }
    }

    /** Say nothing more and keep the connection open. */
    record Silence() implements Verdict {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.silence();
        }
    }

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T proceed();

        T refuse(Reply reply);

        T disconnect();

        T silence();
    }
}
