package dev.cutoff.notification.delivery;

import io.smallrye.config.ConfigMapping;

/** The mail server. */
@ConfigMapping(prefix = "cutoff.smtp")
interface SmtpConfig {

    /** {@code smtp://[user:password@]host[:port][?starttls=required|optional]}, or {@code smtps://} for TLS from the start. */
    String url();
}
