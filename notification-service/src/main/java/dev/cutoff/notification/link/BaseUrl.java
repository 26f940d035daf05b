package dev.cutoff.notification.link;

import java.net.URI;
import java.util.Set;

/** Checks the address of links: one that is wrong would go out in every mail. */
final class BaseUrl {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    private BaseUrl() {}

    /**
     * @return without a slash at the end
     * @throws IllegalArgumentException if no link can be made with it
     */
    static String of(URI address) {
        var isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!isWeb || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("cutoff.link.base-url must be https://HOST, with a path at most");
        }
        if ("http".equals(address.getScheme()) && !THIS_MACHINE.contains(address.getHost())) {
            throw new IllegalArgumentException("cutoff.link.base-url must be https, unless it is this machine");
        }
        return address.toString().replaceFirst("/+$", "");
    }
}
