package org.postyard.control.view;

import java.util.regex.Pattern;

/** Hides the local part of mail addresses, also inside a sentence: {@code a***@example.org}. */
public final class AddressMask {
    private static final Pattern ADDRESS =
            Pattern.compile("([^\\s<>\"'(),:;@])[^\\s<>\"'(),:;@]*@(?=[\\w\\[\\u0080-\\uffff])");

    private AddressMask() {}

    public static String hide(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("$1***@");
    }
}
