package org.postyard.injection.http.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postyard.api.message.Content;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Recipient;
import org.postyard.injection.http.answer.Refusal;

/** Checks the addresses of an envelope, so that nothing in them can end an SMTP command, and makes the envelope. */
public final class Paths {
    private static final int MOST_OCTETS = 254;
    private static final int MOST_LOCAL_OCTETS = 64;

    private Paths() {}

    /** @throws Refusal 422 that names the field */
    public static String checked(String pointer, String address) {
        int at = address.lastIndexOf('@');
        boolean shaped =
                at > 0 && at < address.length() - 1 && at <= MOST_LOCAL_OCTETS && address.length() <= MOST_OCTETS;
        if (!shaped || !address.chars().allMatch(Paths::usable) || !domainUsable(address.substring(at + 1)))
            throw Refusal.invalid(pointer, "'" + printable(address) + "' is no mail address.");
        return address;
    }

    private static boolean usable(int character) {
        return character > ' ' && character != 127 && character != '<' && character != '>';
    }

    private static boolean domainUsable(String domain) {
        return !domain.startsWith(".") && !domain.endsWith(".") && !domain.contains("..") && domain.indexOf('"') < 0;
    }

    /** An envelope without reports, each recipient once. */
    public static Envelope envelope(String sender, List<String> recipients, Content content) {
        Set<String> distinct = new LinkedHashSet<>(recipients);
        List<Recipient> paths = new ArrayList<>(distinct.size());
        for (String recipient : distinct) paths.add(Recipient.of(recipient));
        boolean international = !isAscii(sender) || !distinct.stream().allMatch(Paths::isAscii);
        return new Envelope(sender, paths, DsnReturn.UNSPECIFIED, "", hasHighOctets(content), international);
    }

    public static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static boolean hasHighOctets(Content content) {
        for (byte octet : content.bytes()) if (octet < 0) return true;
        return false;
    }

    private static String printable(String text) {
        String visible = text.replaceAll("[\\p{Cntrl}]", "?");
        return visible.length() <= 80 ? visible : visible.substring(0, 80) + "...";
    }
}
