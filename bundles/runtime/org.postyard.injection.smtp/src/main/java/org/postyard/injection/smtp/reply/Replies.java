package org.postyard.injection.smtp.reply;

import org.postyard.api.injection.InjectionResult.Refused;

/** The replies that are always the same. */
public final class Replies {
    public static final Reply OK = Reply.of(250, "2.0.0", "Ok");
    public static final Reply SENDER_OK = Reply.of(250, "2.1.0", "Ok");
    public static final Reply RECIPIENT_OK = Reply.of(250, "2.1.5", "Ok");
    public static final Reply SEND_DATA = Reply.of(354, "", "End data with <CR><LF>.<CR><LF>");
    public static final Reply BYE = Reply.of(221, "2.0.0", "Bye");
    public static final Reply CANNOT_VERIFY =
            Reply.of(252, "2.5.2", "Cannot verify the address, but will take mail for it and try to deliver it");
    public static final Reply NO_LISTS = Reply.of(502, "5.5.1", "Mailing lists are not shown");
    public static final Reply HELP = Reply.of(
            214, "2.0.0", "EHLO HELO MAIL RCPT DATA BDAT RSET NOOP QUIT VRFY EXPN HELP STARTTLS AUTH; see RFC 5321");

    public static final Reply UNKNOWN_COMMAND = Reply.of(500, "5.5.2", "Command not recognised");
    public static final Reply BAD_CHARACTERS =
            Reply.of(500, "5.5.2", "Command lines end with <CR><LF> and hold neither controls nor stray <CR> or <LF>");
    public static final Reply LINE_TOO_LONG = Reply.of(500, "5.5.6", "Command line too long");
    public static final Reply NO_PARAMETER_ALLOWED = Reply.of(501, "5.5.4", "The command takes no parameter");
    public static final Reply HELLO_NEEDS_NAME =
            Reply.of(501, "5.5.4", "Say your domain name or address literal with EHLO");

    public static final Reply HELLO_FIRST = Reply.of(503, "5.5.1", "Send EHLO or HELO first");
    public static final Reply NESTED_MAIL = Reply.of(503, "5.5.1", "Sender already given; RSET starts again");
    public static final Reply MAIL_FIRST = Reply.of(503, "5.5.1", "MAIL first");
    public static final Reply RECIPIENT_FIRST = Reply.of(554, "5.5.1", "No valid recipients");
    public static final Reply DATA_AFTER_BDAT = Reply.of(503, "5.5.1", "DATA and BDAT do not mix (RFC 3030)");
    public static final Reply CHUNK_AFTER_FAILURE =
            Reply.of(503, "5.5.1", "An earlier chunk failed; RSET starts again");
    public static final Reply BAD_CHUNK = Reply.of(
            501,
            "5.5.4",
            "BDAT takes a number of octets and perhaps LAST; closing, because they cannot be told from commands");

    public static final Reply TOO_MANY_RECIPIENTS =
            Reply.of(452, "4.5.3", "Too many recipients; send the rest in another transaction");
    public static final Reply TOO_LARGE = Reply.of(552, "5.3.4", "Message larger than the limit that EHLO tells");
    public static final Reply NO_MEMORY =
            Reply.of(452, "4.3.1", "Too much mail is being received at this moment; try again later");
    public static final Reply MAIL_LOOP = Reply.of(554, "5.4.6", "Mail loop: too many Received headers");
    public static final Reply INTERNAL_ERROR = Reply.of(451, "4.3.0", "Internal error; nothing was kept");

    public static final Reply AUTHENTICATION_NEEDED = Reply.of(530, "5.7.0", "Authentication required");
    public static final Reply TLS_NEEDED = Reply.of(530, "5.7.0", "Say STARTTLS and authenticate first");
    public static final Reply NOT_FROM_HERE = Reply.of(550, "5.7.1", "Mail is not taken from your address");
    public static final Reply NO_AUTH_IN_CLEAR = Reply.of(538, "5.7.11", "Encryption required: STARTTLS before AUTH");
    public static final Reply AUTH_UNAVAILABLE = Reply.of(502, "5.5.1", "AUTH is not offered");
    public static final Reply ALREADY_AUTHENTICATED = Reply.of(503, "5.5.1", "Already authenticated");
    public static final Reply NOT_IN_TRANSACTION = Reply.of(503, "5.5.1", "Not during a mail transaction");
    public static final Reply UNKNOWN_MECHANISM = Reply.of(504, "5.5.4", "Mechanism not known; PLAIN and LOGIN are");
    public static final Reply AUTHENTICATED = Reply.of(235, "2.7.0", "Authenticated");
    public static final Reply AUTH_FAILED =
            Reply.of(535, "5.7.8", "Credentials invalid, or the account may not submit mail");
    public static final Reply AUTH_CANCELLED = Reply.of(501, "5.7.0", "Authentication cancelled");
    public static final Reply AUTH_GARBLED = Reply.of(501, "5.5.2", "Not base 64, or not what the mechanism asks for");
    public static final Reply AUTH_BUSY = Reply.of(454, "4.7.0", "Too many authentications at once; try again later");
    public static final Reply AUTH_BLOCKED =
            Reply.of(454, "4.7.0", "Too many failed authentications from your address; try again later");
    public static final Reply ASK_PLAIN = Reply.of(334, "", "");
    public static final Reply ASK_USER_NAME = Reply.of(334, "", "VXNlcm5hbWU6");
    public static final Reply ASK_PASSWORD = Reply.of(334, "", "UGFzc3dvcmQ6");

    public static final Reply START_TLS = Reply.of(220, "2.0.0", "Ready to start TLS");
    public static final Reply TLS_UNAVAILABLE = Reply.of(454, "4.7.0", "TLS not available");
    public static final Reply TLS_ALREADY = Reply.of(503, "5.5.1", "TLS is already in use");
    public static final Reply OCTETS_AFTER_STARTTLS =
            Reply.of(421, "4.7.0", "STARTTLS must be the last command before the reply; closing");

    public static final Reply TOO_MANY_BAD_COMMANDS = Reply.of(421, "4.7.0", "Too many errors; closing");
    public static final Reply TOO_MANY_IDLE_COMMANDS =
            Reply.of(421, "4.7.0", "Too many commands without mail; closing");
    public static final Reply TOO_MANY_AUTH_FAILURES =
            Reply.of(421, "4.7.0", "Too many failed authentications; closing");
    public static final Reply TOO_MANY_CONNECTIONS = Reply.of(421, "4.7.0", "Too many connections; try again later");
    public static final Reply TOO_MANY_FROM_CLIENT =
            Reply.of(421, "4.7.0", "Too many connections from your address; try again later");
    public static final Reply IDLE_TOO_LONG = Reply.of(421, "4.4.2", "Nothing heard for too long; closing");
    public static final Reply DATA_TOO_SLOW = Reply.of(421, "4.4.2", "Message arrives too slowly; closing");
    public static final Reply SHUTTING_DOWN = Reply.of(421, "4.3.2", "Service is going down; come back later");

    private Replies() {}

    /** What a refusal of the injection desk is in SMTP. */
    public static Reply refused(Refused refused) {
        return Reply.of(refused.cause().smtpCode(), refused.cause().enhancedCode(), refused.reason());
    }
}
