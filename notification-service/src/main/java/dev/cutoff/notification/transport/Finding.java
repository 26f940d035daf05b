package dev.cutoff.notification.transport;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is wrong with a way on which mail leaves, or will be. */
@Schema(name = "TransportFinding", description = "Something that is wrong with a transport, or will be")
public record Finding(
        @NotNull @Schema(description = "What it is") Kind kind,

        @NotNull @Schema(
                description = "The same in words, with what to do about it",
                examples =
                        "SMTP AUTH with a password stops for the sender's tenant on 2027-01-01. Use xoauth2, or another server.")
        String detail) {

    /** What it is. */
    @Schema(
            name = "TransportFindingKind",
            description =
                    "`cannot-connect`: nobody answers, or not as a mail server. `no-tls`: what is sent can be read on the way, and"
                            + " changed. `login-refused`: the server does not accept who we say we are. `no-token`: the issuer gives no"
                            + " access token. `retiring-path`: the vendor retires this very way of sending mail")
    public enum Kind {
        @JsonProperty("cannot-connect")
        CANNOT_CONNECT,
        @JsonProperty("no-tls")
        NO_TLS,
        @JsonProperty("login-refused")
        LOGIN_REFUSED,
        @JsonProperty("no-token")
        NO_TOKEN,
        @JsonProperty("retiring-path")
        RETIRING_PATH
    }
}
