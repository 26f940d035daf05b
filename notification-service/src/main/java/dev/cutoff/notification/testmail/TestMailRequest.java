package dev.cutoff.notification.testmail;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a test mail goes, and on which way. */
@Schema(description = "Where a test mail goes, and on which way")
record TestMailRequest(
        @Nullable @Schema(
                description = "Tenant whose contact you are, if the token does not say your address",
                examples = "8bb6f14a-714e-4fdc-89f6-05418818a00b",
                nullable = true)
        UUID tenantId,

        @Nullable @Size(max = 254) @Pattern(regexp = "[^\\s@<>]+@[^\\s@<>]+", message = "must be a mail address") @Schema(
                description =
                        "One of your addresses: that of the token, or a contact of the tenant; the first of them unless stated",
                examples = "admin@contoso.example",
                nullable = true)
        String recipient,

        @Nullable @Size(max = 100) @Schema(
                description =
                        "Name of the transport; that on which mail about the tenant leaves, or the default, unless stated",
                examples = "default",
                nullable = true)
        String transport) {

    static final TestMailRequest EMPTY = new TestMailRequest(null, null, null);
}
