package org.muster.webhooks;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an address is globally routable.
 *
 * <p>Source: the special-purpose address registries of IANA (RFC 6890), and RFC 6052 for NAT64.
 */
final class PublicAddresses {

    private static final List<Network> NOT_PUBLIC_V4 = networks("""
            0.0.0.0/8
            10.0.0.0/8
            100.64.0.0/10
            127.0.0.0/8
            169.254.0.0/16
            172.16.0.0/12
            192.0.0.0/24
            192.0.2.0/24
            192.88.99.0/24
            192.168.0.0/16
            198.18.0.0/15
            198.51.100.0/24
            203.0.113.0/24
            224.0.0.0/4
            240.0.0.0/4""");

    /** Loopback, link-local, unique local, multicast, NAT64 and mapped addresses all lie outside. */
    private static final List<Network> GLOBAL_V6 = networks("2000::/3");

    /** Teredo and 6to4, which lead to any IPv4 address, and documentation. */
    private static final List<Network> NOT_PUBLIC_V6 = networks("""
            2001::/23
            2001:db8::/32
            2002::/16
            3fff::/20""");

    private PublicAddresses() {}

    /** Whether an address is globally routable. */
    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(NOT_PUBLIC_V4, address)
                : isIn(GLOBAL_V6, address) && !isIn(NOT_PUBLIC_V6, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String lines) {
        return Arrays.stream(lines.split("\n")).map(Network::of).toList();
    }

    /**
     * The addresses that share their first bits.
     *
     * @param rest how many bits they need not share
     */
    private record Network(BigInteger first, int rest) {

        /** The network as it is written: {@code 10.0.0.0/8}. */
        static Network of(String text) {
            int slash = text.indexOf('/');
            var address = InetAddress.ofLiteral(text.substring(0, slash));
            int shared = Integer.parseInt(text.substring(slash + 1));
            return new Network(number(address), address.getAddress().length * Byte.SIZE - shared);
        }

        /** Whether an address of the same kind lies in it. */
        boolean contains(InetAddress address) {
            return number(address).shiftRight(rest).equals(first.shiftRight(rest));
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }
    }
}
