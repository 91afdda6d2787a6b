package io.sharewell.simulator.iam;

import java.net.InetAddress;

/** Addresses as {@code IpAddress} conditions name them: {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single one. */
final class AddressRange {

    private AddressRange() {}

    /** False for what is no address or range. */
    static boolean includes(String range, String address) {
        try {
            int slash = range.indexOf('/');
            var network = InetAddress.ofLiteral(slash < 0 ? range : range.substring(0, slash))
                    .getAddress();
            var found = InetAddress.ofLiteral(address).getAddress();
            int bits = slash < 0 ? network.length * 8 : Integer.parseInt(range.substring(slash + 1));
            return network.length == found.length && bits <= network.length * 8 && startAlike(network, found, bits);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean startAlike(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
