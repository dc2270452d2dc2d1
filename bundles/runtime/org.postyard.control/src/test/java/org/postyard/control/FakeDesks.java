package org.postyard.control;

import org.postyard.control.host.Desks;
import org.postyard.control.job.JobBoard;

/** Desks in memory: one plug-in with number 7, settings of one PID, accounts anna (admin) and ben, a short log. */
final class FakeDesks {
    final JobBoard jobs = new JobBoard();
    final FakePlugins plugins = new FakePlugins(jobs);
    final FakeSettings settings = new FakeSettings();
    final FakeAccounts accounts = new FakeAccounts();
    final FakeLog log = new FakeLog();

    Desks desks() {
        return new Desks(plugins, jobs, settings, accounts, log);
    }
}
