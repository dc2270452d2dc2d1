package org.postyard.injection.smtp.login;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A set of IP networks in CIDR notation. */
public final class Networks {
    /** Leading bits that an address must share. */
    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) return false;
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) if (other[i] != address[i]) return false;
            int rest = bits % 8;
            return rest == 0 || ((other[whole] ^ address[whole]) & 0xFF) >> 8 - rest == 0;
        }
    }

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /** Reads networks; an address without a number of bits is a network of one. Throws IllegalArgumentException that names the malformed entry. */
    public static Networks of(String... entries) {
        List<Network> networks = new ArrayList<>();
        for (String list : entries)
            for (String entry : list.split(",", -1)) if (!entry.isBlank()) networks.add(network(entry.strip()));
        return new Networks(List.copyOf(networks));
    }

    private static Network network(String entry) {
        int slash = entry.indexOf('/');
        byte[] address = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? entry : entry.substring(0, slash));
        if (address == null) throw malformed(entry);
        int width = address.length * 8;
        if (slash < 0) return new Network(address, width);
        String bits = entry.substring(slash + 1);
        if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > width) throw malformed(entry);
        return new Network(address, Integer.parseInt(bits));
    }

    private static IllegalArgumentException malformed(String entry) {
        return new IllegalArgumentException("'" + entry + "' is not a network such as 192.0.2.0/24 or 2001:db8::/32");
    }

    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        for (Network network : networks) if (network.contains(octets)) return true;
        return false;
    }
}
