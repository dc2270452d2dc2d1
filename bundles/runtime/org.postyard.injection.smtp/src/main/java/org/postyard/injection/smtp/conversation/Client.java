package org.postyard.injection.smtp.conversation;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * The other side of a conversation.
 *
 * @param text IP address in text form, without a zone
 * @param trusted whether it may submit without AUTH
 * @param session what the log calls the conversation
 */
public record Client(InetAddress address, String text, boolean trusted, String session) {
    public static Client of(InetAddress address, boolean trusted, String session) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return new Client(address, zone < 0 ? text : text.substring(0, zone), trusted, session);
    }

    /** The address as a literal of RFC 5321 §4.1.3. */
    String literal() {
        return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
    }
}
