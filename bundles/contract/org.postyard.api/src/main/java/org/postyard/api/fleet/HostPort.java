package org.postyard.api.fleet;

/** A host name or IP address with a TCP port. */
public record HostPort(String host, int port) {
    public HostPort {
        if (host.isEmpty()) throw new IllegalArgumentException("host is empty");
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("port " + port + " is not 1 to 65535");
    }

    /**
     * Reads {@code host:port}, {@code [ipv6]:port} or, with the default port, {@code host}.
     *
     * @throws IllegalArgumentException with a message for people if the text is none of these
     */
    public static HostPort parse(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        boolean portGiven = colon >= 0 && (bracketed ? text.charAt(colon - 1) == ']' : text.indexOf(':') == colon);
        String host = portGiven ? text.substring(0, colon) : text;
        if (bracketed) host = host.substring(1, host.endsWith("]") ? host.length() - 1 : host.length());
        return new HostPort(host, portGiven ? portOf(text, text.substring(colon + 1)) : defaultPort);
    }

    private static int portOf(String text, String port) {
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' does not end in a port number", e);
        }
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
