package org.postyard.console.model.connection;

/** Why a runtime could not be asked. */
public enum Trouble {
    /** Nothing listens at the address, or its name is unknown. */
    NO_CONNECTION,
    /** No answer in time. */
    TIMEOUT,
    /** The certificate waits for a first approval. */
    CERTIFICATE_NEW,
    /** The certificate is not the approved one. */
    CERTIFICATE_CHANGED,
    /** No secure connection could be made for another reason. */
    INSECURE,
    /** The connection broke in the middle. */
    BROKEN,
    /** What came was no answer that this console understands. */
    NOT_UNDERSTOOD,
    /** Nobody gave a password or key. */
    NO_SECRET;

    /** Whether only a person can change it, so that trying again by itself is of no use. */
    public boolean needsPerson() {
        return this == CERTIFICATE_NEW || this == CERTIFICATE_CHANGED || this == NO_SECRET;
    }
}
