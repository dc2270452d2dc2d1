package org.postyard.injection.smtp.command;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Recipient;
import org.postyard.injection.smtp.reply.Parsed;
import org.postyard.injection.smtp.reply.Reply;

/** Reads RCPT (RFC 5321 §4.1.1.3, RFC 3461 §4.1 and §4.2). */
public final class RecipientCommand {
    private RecipientCommand() {}

    /**
     * Reads the rest of a RCPT line.
     *
     * @param extended whether the client said EHLO, so that it may use extensions
     * @param smtpUtf8 whether MAIL asked for SMTPUTF8
     */
    public static Parsed<Recipient> read(CommandLine line, boolean extended, boolean smtpUtf8) {
        if (!line.accept("TO:")) return faulty(501, "5.5.4", "Syntax: RCPT TO:<address>");
        return new PathReader(line, "5.1.3")
                .read()
                .fold(path -> readParameters(line, path, extended, smtpUtf8), Parsed.Faulty<Recipient>::new);
    }

    private static Parsed<Recipient> readParameters(CommandLine line, Path path, boolean extended, boolean smtpUtf8) {
        if (path.isNull()) return faulty(501, "5.1.3", "Bad address syntax: a recipient is not empty");
        if (!path.ascii() && !smtpUtf8)
            return faulty(553, "5.6.7", "An address that is not ASCII needs SMTPUTF8 (RFC 6531)");
        if (line.atEnd()) return new Parsed.Valid<>(Recipient.of(path.address()));
        if (line.peek() != ' ') return faulty(501, "5.5.4", "Text after the recipient's path");
        if (!extended) return faulty(555, "5.5.4", "Parameters need EHLO");
        line.skipSpaces();
        return readReports(line, path);
    }

    private static Parsed<Recipient> readReports(CommandLine line, Path path) {
        Set<Notify> reports = Set.of();
        String originalRecipient = "";
        while (!line.atEnd()) {
            Parameter parameter = Parameter.of(line.word());
            boolean valid;
            if (parameter.name().equals("NOTIFY") && reports.isEmpty()) {
                reports = reports(parameter.value());
                valid = !reports.isEmpty();
            } else if (parameter.name().equals("ORCPT") && originalRecipient.isEmpty()) {
                originalRecipient = parameter.value();
                valid = isTypedAddress(originalRecipient);
            } else if (parameter.name().equals("NOTIFY") || parameter.name().equals("ORCPT")) {
                return faulty(501, "5.5.4", parameter.name() + " is given twice");
            } else return new Parsed.Faulty<>(Understanding.UNKNOWN.reply(parameter));
            if (!valid) return new Parsed.Faulty<>(Understanding.BAD_VALUE.reply(parameter));
        }
        return new Parsed.Valid<>(new Recipient(path.address(), reports, originalRecipient));
    }

    /** The outcomes that a NOTIFY names; none if it is malformed. */
    private static Set<Notify> reports(String value) {
        Set<Notify> reports = EnumSet.noneOf(Notify.class);
        for (String name : value.toUpperCase(Locale.ROOT).split(",", -1)) {
            boolean known =
                    name.equals("NEVER") || name.equals("SUCCESS") || name.equals("FAILURE") || name.equals("DELAY");
            if (!known || !reports.add(Notify.valueOf(name))) return Set.of();
        }
        return reports.contains(Notify.NEVER) && reports.size() > 1 ? Set.of() : reports;
    }

    /** An address type, a semicolon, and the address as xtext, or as UTF-8 for the type utf-8 (RFC 6533 §3). */
    private static boolean isTypedAddress(String value) {
        int semicolon = value.indexOf(';');
        if (semicolon < 1 || value.length() > Xtext.MAX_ORIGINAL_RECIPIENT) return false;
        String type = value.substring(0, semicolon);
        String address = value.substring(semicolon + 1);
        boolean typeValid = type.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
        if (type.equalsIgnoreCase("utf-8")) return !address.isEmpty() && address.indexOf('\uFFFD') < 0;
        return typeValid && Xtext.valid(address, Xtext.MAX_ORIGINAL_RECIPIENT);
    }

    private static Parsed<Recipient> faulty(int code, String enhancedCode, String text) {
        return new Parsed.Faulty<>(Reply.of(code, enhancedCode, text));
    }
}
