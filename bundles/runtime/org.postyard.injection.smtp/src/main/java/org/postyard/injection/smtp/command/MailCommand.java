package org.postyard.injection.smtp.command;

import java.util.HashSet;
import java.util.Set;
import org.postyard.api.message.DsnReturn;
import org.postyard.injection.smtp.reply.Parsed;
import org.postyard.injection.smtp.reply.Reply;

/**
 * What MAIL says.
 *
 * @param sender reverse path; empty for the null sender
 * @param declaredBytes SIZE (RFC 1870); 0 if absent
 * @param smtpUtf8 whether SMTPUTF8 was given (RFC 6531)
 * @param dsnReturn RET (RFC 3461 §4.3)
 * @param envelopeId ENVID as given (RFC 3461 §4.4)
 */
public record MailCommand(String sender, long declaredBytes, boolean smtpUtf8, DsnReturn dsnReturn, String envelopeId) {

    /**
     * Reads the rest of a MAIL line.
     *
     * @param extended whether the client said EHLO, so that it may use extensions
     */
    public static Parsed<MailCommand> read(CommandLine line, boolean extended) {
        if (!line.accept("FROM:")) return faulty(501, "5.5.4", "Syntax: MAIL FROM:<address>");
        return new PathReader(line, "5.1.7")
                .read()
                .fold(path -> new Reader(path).read(line, extended), Parsed.Faulty<MailCommand>::new);
    }

    private static Parsed<MailCommand> faulty(int code, String enhancedCode, String text) {
        return new Parsed.Faulty<>(Reply.of(code, enhancedCode, text));
    }

    /** Collects the parameters of one MAIL. */
    private static final class Reader {
        private static final int LONGEST_SIZE = 18;

        private final Path path;
        private long declaredBytes;
        private boolean smtpUtf8;
        private DsnReturn dsnReturn = DsnReturn.UNSPECIFIED;
        private String envelopeId = "";

        Reader(Path path) {
            this.path = path;
        }

        Parsed<MailCommand> read(CommandLine line, boolean extended) {
            if (!line.atEnd()) {
                if (line.peek() != ' ') return faulty(501, "5.5.4", "Text after the sender's path");
                Parsed<Set<String>> parameters = readParameters(line, extended);
                if (parameters instanceof Parsed.Faulty<Set<String>> fault) return new Parsed.Faulty<>(fault.reply());
            }
            if (path.address().equalsIgnoreCase("postmaster"))
                return faulty(501, "5.1.7", "Bad address syntax: the sender has no domain");
            if (!path.ascii() && !smtpUtf8)
                return faulty(553, "5.6.7", "An address that is not ASCII needs SMTPUTF8 (RFC 6531)");
            return new Parsed.Valid<>(new MailCommand(path.address(), declaredBytes, smtpUtf8, dsnReturn, envelopeId));
        }

        private Parsed<Set<String>> readParameters(CommandLine line, boolean extended) {
            if (!extended) return new Parsed.Faulty<>(Reply.of(555, "5.5.4", "Parameters need EHLO"));
            Set<String> seen = new HashSet<>();
            line.skipSpaces();
            while (!line.atEnd()) {
                Parameter parameter = Parameter.of(line.word());
                if (!seen.add(parameter.name()))
                    return new Parsed.Faulty<>(Reply.of(501, "5.5.4", parameter.name() + " is given twice"));
                Understanding understanding = take(parameter);
                if (understanding != Understanding.TAKEN) return new Parsed.Faulty<>(understanding.reply(parameter));
            }
            return new Parsed.Valid<>(seen);
        }

        private Understanding take(Parameter parameter) {
            return switch (parameter.name()) {
                case "SIZE" -> takeSize(parameter.value());
                case "BODY" -> takeBody(parameter.value());
                case "SMTPUTF8" -> {
                    smtpUtf8 = true;
                    yield Understanding.of(parameter.value().isEmpty());
                }
                case "RET" -> takeReturn(parameter.value());
                case "ENVID" -> {
                    envelopeId = parameter.value();
                    yield Understanding.of(Xtext.valid(envelopeId, Xtext.MAX_ENVELOPE_ID));
                }
                // RFC 4954 §5: must be taken; who first submitted the message does not matter here.
                case "AUTH" -> Understanding.of(Xtext.valid(parameter.value(), Xtext.MAX_ORIGINAL_RECIPIENT));
                default -> Understanding.UNKNOWN;
            };
        }

        private Understanding takeSize(String value) {
            boolean number = !value.isEmpty()
                    && value.length() <= LONGEST_SIZE
                    && value.chars().allMatch(c -> c >= '0' && c <= '9');
            if (number) declaredBytes = Long.parseLong(value);
            return Understanding.of(number);
        }

        /** RFC 6152; only checked, because what the content really has is seen when it arrives. */
        private Understanding takeBody(String value) {
            return Understanding.of(value.equalsIgnoreCase("8BITMIME") || value.equalsIgnoreCase("7BIT"));
        }

        private Understanding takeReturn(String value) {
            if (value.equalsIgnoreCase("FULL")) dsnReturn = DsnReturn.FULL;
            else if (value.equalsIgnoreCase("HDRS")) dsnReturn = DsnReturn.HEADERS;
            return Understanding.of(dsnReturn != DsnReturn.UNSPECIFIED);
        }
    }
}
