package dev.cutoff.notification.transport;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutoff.commons.security.TenantScope;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way on which mail leaves, as it is shown. */
@Schema(name = "Transport", description = "A way on which mail leaves, and whether it is open; nothing in it is secret")
record TransportView(
        @NotNull @Schema(description = "Its name in the configuration", examples = "default")
        String name,

        @NotNull @JsonProperty("isDefault")
        @Schema(description = "Whether mail leaves on it that no other is there for", examples = "true")
        boolean isDefault,

        @NotNull @Schema(description = "Host of the mail server", examples = "mail.contoso.example")
        String host,

        @NotNull @Schema(description = "Port of the mail server", examples = "587")
        int port,

        @NotNull @Schema(description = "How the connection is secured")
        Security security,

        @NotNull @Schema(description = "How we say who we are")
        Auth auth,

        @Nullable @Schema(
                description = "Mails a minute, all replicas together; null for no limit",
                examples = "30",
                nullable = true)
        Integer ratePerMinute,

        @Nullable @Schema(
                description = "Recipients in any 24 hours, all replicas together; null for no limit",
                examples = "10000",
                nullable = true)
        Integer dailyRecipients,

        @NotNull @Schema(description = "How many mails each replica sends side by side", examples = "2")
        int parallel,

        @NotNull @Schema(
                description =
                        "Mail about these tenants alone leaves on it; only those that the token sees, and none for the default")
        List<UUID> tenants,

        @Nullable @Schema(
                description = "When it was last looked at by the replica that answers, in real time; null if not yet",
                examples = "2026-11-26T09:00:00Z",
                nullable = true)
        Instant checkedAt,

        @Nullable @Schema(
                description = "Whether a mail could have been handed over then; null if nobody has looked",
                examples = "true",
                nullable = true)
        Boolean reachable,

        @NotNull @Schema(description = "What is wrong with it, or will be")
        List<Finding> findings) {

    static TransportView of(Transport transport, @Nullable Checked checked, TenantScope scope) {
        var server = transport.server();
        return new TransportView(
                transport.name(),
                transport.isDefault(),
                server.host(),
                server.port(),
                server.security(),
                transport.login().auth(),
                limit(transport.pace().perMinute()),
                limit(transport.pace().perDay()),
                transport.parallel(),
                transport.tenants().stream().filter(scope::sees).sorted().toList(),
                checked == null ? null : checked.at(),
                checked == null ? null : checked.reachable(),
                checked == null ? List.of() : checked.findings());
    }

    private static @Nullable Integer limit(int rate) {
        return rate == 0 ? null : rate;
    }
}
