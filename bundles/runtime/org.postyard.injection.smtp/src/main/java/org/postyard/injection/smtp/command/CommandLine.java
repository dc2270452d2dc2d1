package org.postyard.injection.smtp.command;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One command line and how far it has been read: a cursor over octets that is used again for each line of an event loop. Not thread-safe. */
public final class CommandLine {
    private static final int LONGEST_VERB = 8;

    private final byte[] octets;
    private int position;
    private int end;

    public CommandLine(int maxOctets) {
        this.octets = new byte[maxOctets];
    }

    /** Where to put the octets of the next line, which {@link #begin} then declares. */
    public byte[] octets() {
        return octets;
    }

    /** Starts reading a line of so many octets, its line end not counted. */
    public void begin(int length) {
        position = 0;
        end = length;
        while (end > 0 && octets[end - 1] == ' ') end--;
    }

    /** Whether the line has octets that no command may have: controls, with CR and NUL among them. */
    public boolean hasControls() {
        for (int i = 0; i < end; i++)
            if (octets[i] >= 0 && octets[i] < ' ' && octets[i] != '\t' || octets[i] == 127) return true;
        return false;
    }

    /** Reads the verb; what follows is its parameter. */
    public Verb verb() {
        long letters = 0;
        int length = 0;
        while (position < end && octets[position] != ' ') {
            letters = letters << 8 | octets[position++] & 0xDF;
            length++;
        }
        skipSpaces();
        return length > LONGEST_VERB ? Verb.UNKNOWN : Verb.ofPacked(letters);
    }

    public boolean atEnd() {
        return position >= end;
    }

    /** The octet at the cursor; 0 at the end. */
    byte peek() {
        return position < end ? octets[position] : 0;
    }

    void skip(int count) {
        position = Math.min(end, position + count);
    }

    void skipSpaces() {
        while (position < end && octets[position] == ' ') position++;
    }

    int position() {
        return position;
    }

    /** Whether the next octets are this upper-case ASCII word in any case; passes over it if so. */
    boolean accept(String word) {
        if (end - position < word.length()) return false;
        for (int i = 0; i < word.length(); i++) {
            int octet = octets[position + i];
            if (octet >= 'a' && octet <= 'z') octet -= 32;
            if (octet != word.charAt(i)) return false;
        }
        position += word.length();
        return true;
    }

    /** The octets from a position to the cursor, read as UTF-8. */
    String textSince(int start) {
        return new String(octets, start, position - start, StandardCharsets.UTF_8);
    }

    /** Reads up to the next space. */
    public String word() {
        int start = position;
        while (position < end && octets[position] != ' ') position++;
        String word = textSince(start);
        skipSpaces();
        return word;
    }

    /** Reads up to the next space, in upper case. */
    public String keyword() {
        return word().toUpperCase(Locale.ROOT);
    }

    /** Reads all that is left. */
    public String rest() {
        int start = position;
        position = end;
        return textSince(start);
    }
}
