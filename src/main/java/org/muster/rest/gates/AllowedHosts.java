package org.muster.rest.gates;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names the service answers to, and whose pages may change something.
 *
 * <p>A page whose name is made to point to this machine (DNS rebinding) is told from one of ours by the name in the header
 * {@code Host}, which no page can choose.
 */
final class AllowedHosts {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9a-f:.]{2,45}]|[a-z0-9][a-z0-9._-]{0,254})(:\\d{1,5})?");
    private static final Pattern ORIGIN = Pattern.compile("(https?)://(.+)");

    private final List<Authority> configured;

    /** A name or an address with a port, as in {@code Host}; lower case. */
    private record Authority(String name, OptionalInt port) {

        static Optional<Authority> parse(String text) {
            var matcher = AUTHORITY.matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return Optional.empty();
            }
            var port = matcher.group(2);
            return Optional.of(new Authority(
                    matcher.group(1),
                    port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port, 1, port.length(), 10))));
        }

        boolean isAt(int otherPort, int defaultPort) {
            return port.orElse(defaultPort) == otherPort;
        }
    }

    /**
     * Makes the list.
     *
     * @param configured names besides those of loopback, each with a port where only that is meant
     * @throws IllegalArgumentException when one of them is no name
     */
    AllowedHosts(List<String> configured) {
        this.configured = configured.stream().map(AllowedHosts::named).toList();
    }

    private static Authority named(String text) {
        return Authority.parse(text.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "muster.allowed-hosts has (%s), which is no name of a host. Maybe name it as in muster.example or muster.example:8443, without https:// and path."
                                .formatted(text)));
    }

    /**
     * Whether a request for this host is meant for the service: by a name of loopback, by one that is configured, or by
     * the very address to which the caller is connected. An address cannot be made to point elsewhere.
     *
     * @param host the header {@code Host}; null where there is none
     * @param local the address that the caller is connected to; null where it has none
     */
    boolean isOurs(@Nullable String host, @Nullable String local) {
        return host != null
                && Authority.parse(host)
                        .filter(asked -> LOOPBACK.contains(asked.name())
                                || configured.stream().anyMatch(ours -> isSame(asked, ours))
                                || isAddress(asked.name(), local))
                        .isPresent();
    }

    private static boolean isSame(Authority asked, Authority ours) {
        return asked.name().equals(ours.name())
                && (ours.port().isEmpty() || ours.port().equals(asked.port()));
    }

    /** Compares addresses and not how they are written: an IPv6 address can be written in many ways. */
    private static boolean isAddress(String name, @Nullable String local) {
        if (local == null) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(withoutBrackets(name)).equals(InetAddress.ofLiteral(local));
        } catch (IllegalArgumentException e) {
            return false; // a name
        }
    }

    private static String withoutBrackets(String name) {
        return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    }

    /**
     * Whether a page of this origin may change something: one of the host that the request is for, or of a configured
     * one at the port that was configured, else at the default one. Another port is another program.
     *
     * @param origin the header {@code Origin}
     * @param host the header {@code Host}, which is ours
     */
    boolean isOursToChange(String origin, String host) {
        var matcher = ORIGIN.matcher(origin);
        if (!matcher.matches()) {
            return false;
        }
        int defaultPort = matcher.group(1).equals("https") ? 443 : 80;
        var page = Authority.parse(matcher.group(2));
        var asked = Authority.parse(host);
        if (page.isEmpty() || asked.isEmpty()) {
            return false;
        }
        int port = page.get().port().orElse(defaultPort);
        return isPage(page.get(), asked.get(), port, defaultPort)
                || configured.stream().anyMatch(ours -> isPage(page.get(), ours, port, defaultPort));
    }

    private static boolean isPage(Authority page, Authority ours, int port, int defaultPort) {
        return page.name().equals(ours.name()) && ours.isAt(port, defaultPort);
    }
}
