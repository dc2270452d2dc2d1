package org.postyard.injection.smtp.login;

/** What became of an attempt to authenticate. */
public enum Verdict {
    /** The account exists, the password is right, and it may submit mail. */
    PASSED,
    FAILED,
    /** Too many attempts are being checked at this moment. */
    BUSY
}
