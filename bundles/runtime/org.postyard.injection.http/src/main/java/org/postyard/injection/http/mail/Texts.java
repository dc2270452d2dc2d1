package org.postyard.injection.http.mail;

import org.postyard.injection.http.answer.Refusal;

/** Keeps line ends where they belong: none in headers, CRLF in bodies. */
final class Texts {
    private Texts() {}

    /** Refuses what would start a header of its own. */
    static void checkSingleLine(String pointer, String text) {
        if (text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\t'))
            throw Refusal.invalid(pointer, "Line breaks and control characters are not allowed in a header.");
    }

    static String withCrLf(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }
}
