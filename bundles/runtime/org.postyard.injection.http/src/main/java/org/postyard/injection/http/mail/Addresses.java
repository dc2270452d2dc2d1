package org.postyard.injection.http.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postyard.injection.http.answer.Refusal;
import org.postyard.injection.http.request.Paths;

/** Reads addresses such as {@code Anna <anna@a.example>}, one in each string. */
final class Addresses {
    private Addresses() {}

    static List<InternetAddress> list(String pointer, @Nullable List<@Nullable String> texts) {
        List<InternetAddress> addresses = new ArrayList<>();
        if (texts == null) return addresses;
        for (int index = 0; index < texts.size(); index++) addresses.add(one(pointer + "/" + index, texts.get(index)));
        return addresses;
    }

    static InternetAddress one(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) throw Refusal.invalid(pointer, "An address is needed here.");
        Texts.checkSingleLine(pointer, text);
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length != 1 || parsed[0].isGroup())
                throw Refusal.invalid(pointer, "Exactly one address belongs here.");
            String address = Paths.checked(pointer, parsed[0].getAddress());
            return new InternetAddress(address, parsed[0].getPersonal(), "UTF-8");
        } catch (AddressException e) {
            throw Refusal.invalid(pointer, "This is no mail address: " + e.getMessage());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }
}
