package dev.cutoff.notification.transport;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The mail server, where there is only one. */
@ConfigMapping(prefix = "cutoff.smtp")
interface SmtpConfig {

    /** The url of the transport {@code default}. */
    Optional<String> url();
}
