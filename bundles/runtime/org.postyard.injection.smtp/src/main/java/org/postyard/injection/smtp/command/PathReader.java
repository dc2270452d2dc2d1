package org.postyard.injection.smtp.command;

import io.netty.util.NetUtil;
import org.postyard.injection.smtp.reply.Parsed;
import org.postyard.injection.smtp.reply.Reply;

/** Reads one path at the cursor of a command line (RFC 5321 §4.1.2 and §4.1.3, RFC 6531 §3.3). Used once. */
final class PathReader {
    /** RFC 5321 §4.5.3.1.1 to §4.5.3.1.3, in octets. */
    private static final int MAX_LOCAL_PART = 64;

    private static final int MAX_DOMAIN = 255;
    private static final int MAX_PATH = 256;
    private static final int MAX_LABEL = 63;
    private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

    private final CommandLine line;
    private final String enhancedCode;
    private boolean ascii = true;
    private String problem = "";

    /** @param enhancedCode what a fault is to the client: 5.1.7 for a sender, 5.1.3 for a recipient */
    PathReader(CommandLine line, String enhancedCode) {
        this.line = line;
        this.enhancedCode = enhancedCode;
    }

    Parsed<Path> read() {
        line.skipSpaces();
        if (line.peek() != '<') return syntax("the address stands in angle brackets");
        int open = line.position();
        line.skip(1);
        if (line.peek() == '>') {
            line.skip(1);
            return new Parsed.Valid<>(Path.NULL);
        }
        if (line.peek() == '@' && !skipSourceRoute()) return syntax("source route without an address");
        int start = line.position();
        if (!readMailbox(start)) return syntax(problem);
        String address = line.textSince(start);
        if (line.peek() != '>') return syntax("text after the address, or its bracket is not closed");
        line.skip(1);
        if (line.position() - open > MAX_PATH) return forbidden("the path is longer than 256 octets");
        if (!ascii && !wellFormed(address)) return forbidden("the address is not well-formed UTF-8");
        return new Parsed.Valid<>(new Path(address, ascii));
    }

    /** RFC 5321 appendix C: accepted and ignored. */
    private boolean skipSourceRoute() {
        while (!line.atEnd() && line.peek() != ':' && line.peek() != '>') line.skip(1);
        if (line.peek() != ':') return false;
        line.skip(1);
        return true;
    }

    private boolean readMailbox(int start) {
        boolean local = line.peek() == '"' ? readQuoted() : readDotted();
        if (!local) return false;
        if (line.position() - start > MAX_LOCAL_PART) return fault("the local part is longer than 64 octets");
        if (line.peek() == '>' && line.textSince(start).equalsIgnoreCase("postmaster")) return true;
        if (line.peek() != '@') return fault("the address has no domain");
        line.skip(1);
        int domain = line.position();
        boolean read = line.peek() == '[' ? readLiteral() : readDomain();
        if (read && line.position() - domain > MAX_DOMAIN) return fault("the domain is longer than 255 octets");
        return read;
    }

    private boolean readQuoted() {
        line.skip(1);
        while (!line.atEnd() && line.peek() != '"') {
            if (line.peek() == '\\') line.skip(1);
            if (line.peek() < 0) ascii = false;
            line.skip(1);
        }
        if (line.atEnd()) return fault("the quoted local part does not end");
        line.skip(1);
        return true;
    }

    private boolean readDotted() {
        int atom = 0;
        while (true) {
            byte octet = line.peek();
            if (octet == '.') {
                if (atom == 0) return fault("the local part has an empty place between dots");
                atom = 0;
            } else if (isAtom(octet)) atom++;
            else break;
            line.skip(1);
        }
        return atom > 0 || fault("the local part is empty, ends with a dot or has characters that need quotes");
    }

    private boolean isAtom(byte octet) {
        if (octet < 0) ascii = false;
        return octet < 0 || isLetterOrDigit(octet) || octet > 0 && ATOM_SPECIALS.indexOf(octet) >= 0;
    }

    private boolean readDomain() {
        int label = 0;
        byte last = '.';
        while (true) {
            byte octet = line.peek();
            if (octet == '.') {
                if (!labelEnds(label, last)) return false;
                label = 0;
            } else if (isLabel(octet) && !(label == 0 && octet == '-')) label++;
            else break;
            last = octet;
            line.skip(1);
        }
        return labelEnds(label, last);
    }

    private boolean labelEnds(int length, byte last) {
        if (length == 0 || last == '-') return fault("the domain has an empty or malformed label");
        return length <= MAX_LABEL || !ascii || fault("a label of the domain is longer than 63 octets");
    }

    private boolean isLabel(byte octet) {
        if (octet < 0) ascii = false;
        return octet < 0 || isLetterOrDigit(octet) || octet == '-' || octet == '_';
    }

    /** RFC 5321 §4.1.3; literals of other kinds than IPv4 and IPv6 mean nothing here. */
    private boolean readLiteral() {
        line.skip(1);
        int start = line.position();
        while (!line.atEnd() && line.peek() != ']' && line.peek() != '>') line.skip(1);
        String literal = line.textSince(start);
        if (line.peek() != ']') return fault("the address literal does not end");
        line.skip(1);
        boolean valid = literal.regionMatches(true, 0, "IPv6:", 0, 5)
                ? NetUtil.isValidIpV6Address(literal.substring(5))
                : NetUtil.isValidIpV4Address(literal);
        return valid || fault("the address literal is not an IP address");
    }

    private static boolean isLetterOrDigit(byte octet) {
        return octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z' || octet >= '0' && octet <= '9';
    }

    /** Malformed octets have become replacement characters on the way. */
    private static boolean wellFormed(String address) {
        return address.indexOf('\uFFFD') < 0;
    }

    private boolean fault(String reason) {
        problem = reason;
        return false;
    }

    private Parsed<Path> syntax(String reason) {
        return new Parsed.Faulty<>(Reply.of(501, enhancedCode, "Bad address syntax: " + reason));
    }

    private Parsed<Path> forbidden(String reason) {
        return new Parsed.Faulty<>(Reply.of(553, enhancedCode, "Address not allowed: " + reason));
    }
}
