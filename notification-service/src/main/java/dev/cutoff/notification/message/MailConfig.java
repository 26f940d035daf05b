package dev.cutoff.notification.message;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who writes. */
@ConfigMapping(prefix = "cutoff.mail")
interface MailConfig {

    /** As in a From header: {@code Cutoff <cutoff@contoso.example>}. */
    String from();

    /** What Message-IDs end in; the domain of the sender unless stated. */
    Optional<String> domain();
}
