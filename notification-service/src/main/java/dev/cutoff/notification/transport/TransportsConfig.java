package dev.cutoff.notification.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** The ways on which mail leaves, by name. {@code default} is the one for whoever has no other; its url may stand in {@code cutoff.smtp.url}. */
@ConfigMapping(prefix = "cutoff.transports")
interface TransportsConfig {

    @WithParentName
    @WithDefaults
    Map<String, Entry> byName();

    /** One way. */
    interface Entry {

        /** {@code smtp://[user:password@]host[:port][?starttls=required|optional|none]}, or {@code smtps://} for TLS from the start. */
        Optional<String> url();

        /** Who logs in, where the url does not say; with {@code xoauth2} the mailbox. */
        Optional<String> user();

        Optional<String> password();

        /** {@code password} where there is a user, else {@code none}. */
        Optional<Auth> auth();

        /** With {@code xoauth2}: which of {@code quarkus.oidc-client.NAME} gives the tokens; the name of the transport unless stated. */
        Optional<String> oidcClient();

        /** Exchange Online lets one mailbox send thirty a minute; 0 for no limit. */
        @WithDefault("30")
        int ratePerMinute();

        /** Exchange Online lets one mailbox send to ten thousand recipients a day; 0 for no limit. */
        @WithDefault("10000")
        int dailyRecipients();

        /** How many mails leave side by side, each over a connection of its own; {@code cutoff.sending.parallel} unless stated. */
        OptionalInt parallel();

        /** Mail that is about these tenants alone leaves on this way; of {@code default} it says nothing. */
        Optional<Set<UUID>> tenants();

        /** The tenant that the sender's mailbox is in, so that timeline can be asked until when this way is open. */
        Optional<UUID> senderTenant();
    }
}
