package org.postyard.connector.smtp;

import org.postyard.api.message.Content;

/** Looks at line ends of contents. */
final class LineEnds {
    private LineEnds() {}

    /**
     * Whether each line of the header ends in CRLF. Exim refuses a header with bare LF for good if it comes by BDAT,
     * and takes it if it comes by DATA.
     */
    static boolean properInHeader(Content content) {
        byte[] octets = content.bytes();
        int lineStart = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] != '\n') continue;
            if (i == 0 || octets[i - 1] != '\r') return false;
            if (i - lineStart == 1) return true;
            lineStart = i + 1;
        }
        return true;
    }
}
