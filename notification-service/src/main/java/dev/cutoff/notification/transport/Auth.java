package dev.cutoff.notification.transport;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How we say who we are. */
@Schema(
        name = "TransportAuth",
        description =
                "`none`: not at all. `password`: PLAIN or LOGIN, whichever the server offers. `plain` and `login`: that one. `xoauth2`: with an"
                        + " access token")
public enum Auth {
    @JsonProperty("none")
    NONE,
    @JsonProperty("password")
    PASSWORD,
    @JsonProperty("plain")
    PLAIN,
    @JsonProperty("login")
    LOGIN,
    @JsonProperty("xoauth2")
    XOAUTH2;

    /** Whether a password goes over the wire: what is called Basic where it is retired. */
    boolean isBasic() {
        return switch (this) {
            case PASSWORD, PLAIN, LOGIN -> true;
            case NONE, XOAUTH2 -> false;
        };
    }

    /** In the library's words; never what it would try by itself, such as NTLM. */
    String mechanisms() {
        return switch (this) {
            case NONE, PASSWORD -> "PLAIN LOGIN";
            case PLAIN -> "PLAIN";
            case LOGIN -> "LOGIN";
            case XOAUTH2 -> "XOAUTH2";
        };
    }
}
