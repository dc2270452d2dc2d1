package org.postyard.injection.smtp.command;

/**
 * A reverse or forward path (RFC 5321 §4.1.2) without its angle brackets and source route.
 *
 * @param address as the client wrote it; empty for the null sender, without a domain only for postmaster
 * @param ascii whether all of it is ASCII; if not, it needs SMTPUTF8 (RFC 6531)
 */
public record Path(String address, boolean ascii) {
    static final Path NULL = new Path("", true);

    public boolean isNull() {
        return address.isEmpty();
    }
}
