package org.postyard.injection.smtp;

import java.io.IOException;
import java.util.List;
import org.postyard.api.injection.Submission;
import org.postyard.testkit.injection.FakeInjectionDesk;

/** The component, listening on a free port, with a desk that records. */
final class RunningInjection implements AutoCloseable {
    final FakeInjectionDesk desk = new FakeInjectionDesk();
    final SmtpInjection injection;

    private RunningInjection(Object... settings) {
        injection = new SmtpInjection(TestConfig.with(settings), desk);
        injection.start();
    }

    static RunningInjection with(Object... namesAndValues) {
        return new RunningInjection(namesAndValues);
    }

    int port() {
        return injection.ports().get(0);
    }

    Talk talk() throws IOException {
        return Talk.with(port());
    }

    /** A conversation after greeting and EHLO. */
    Talk talkAfterEhlo() throws IOException {
        Talk talk = talk();
        talk.expect("220");
        talk.say("EHLO client.example");
        talk.expect("250");
        return talk;
    }

    /** The only message that was offered. */
    Submission onlySubmission() {
        List<Submission> all = desk.submissions();
        if (all.size() != 1) throw new AssertionError(all.size() + " submissions instead of one");
        return all.get(0);
    }

    double measurement(String name) {
        Double value = injection.measurements().get(name);
        if (value == null) throw new AssertionError("no measurement " + name);
        return value;
    }

    @Override
    public void close() {
        injection.stop();
    }
}
