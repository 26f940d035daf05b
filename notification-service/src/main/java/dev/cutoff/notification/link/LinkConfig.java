package dev.cutoff.notification.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Links. In production there is no default address: a mail with a link to nowhere would be worse than none, so the start is refused. */
@ConfigMapping(prefix = "cutoff.link")
interface LinkConfig {

    /** The address under which people reach this service, such as {@code https://cutoff.contoso.com}; https, unless it is this machine. */
    URI baseUrl();

    /** How long a key signs. */
    @WithDefault("30D")
    Duration keyLifetime();
}
