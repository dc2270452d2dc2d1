package org.postyard.injection.smtp.login;

import java.util.concurrent.CompletionStage;

/** Checks user names and passwords. Thread-safe; never blocks. */
public interface Accounts {
    /** The stage always completes normally, on any thread. */
    CompletionStage<Verdict> check(String user, String password);
}
