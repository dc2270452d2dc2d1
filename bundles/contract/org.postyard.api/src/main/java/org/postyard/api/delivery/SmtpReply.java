package org.postyard.api.delivery;

/**
 * A reply: basic code (RFC 5321 §4.2), enhanced code (RFC 3463; empty if absent) and text.
 *
 * @param text lines joined by one space, without the codes
 */
public record SmtpReply(int code, String enhancedCode, String text) {
    public SmtpReply {
        if (code < 200 || code > 599) throw new IllegalArgumentException("reply code " + code);
    }

    public boolean permanent() {
        return code >= 500;
    }

    @Override
    public String toString() {
        return enhancedCode.isEmpty() ? code + " " + text : code + " " + enhancedCode + " " + text;
    }
}
