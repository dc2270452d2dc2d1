package org.postyard.shell.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;

/** Where the password of an account comes from: made up, or the first line of the input, never an argument that the history keeps. */
final class NewPassword {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 20;

    private NewPassword() {}

    static String madeUp() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }

    static String read(InputStream input) throws CommandException {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            if (line == null || line.isEmpty()) throw new CommandException("There is no password in the input");
            return line;
        } catch (IOException e) {
            throw new CommandException("The input cannot be read: " + e.getMessage(), e);
        }
    }
}
