package dev.cutoff.notification.reach;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How lasting a failure is. */
@Schema(
        description =
                "`hard`: there is no such mailbox, so mail to it never arrives. `soft`: this mail did not arrive; the next may")
public enum BounceKind {
    @JsonProperty("hard")
    HARD,
    @JsonProperty("soft")
    SOFT;

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\d|\\.\\d)");
    private static final Pattern CODE = Pattern.compile("^\\D{0,40}?\\b([245]\\d\\d)\\b.*", Pattern.DOTALL);

    /**
     * No such mailbox or domain (RFC 3463, 3.2), a mailbox that is disabled (5.2.1), and how Exchange Online says that it knows neither (5.4.1,
     * 5.4.310). Not 5.1.7 and 5.1.8, which are about the sender.
     */
    private static final Pattern GONE = Pattern.compile("5\\.1\\.(?![78]$)\\d+|5\\.2\\.1|5\\.4\\.(1|4|310)");

    /** A permanent failure that says nothing more. */
    private static final Pattern UNSPECIFIED = Pattern.compile("5\\.0\\.\\d+");

    /**
     * What a mail server means. Only what says that the mailbox is gone is hard: a full one is emptied, and a server that refuses us refuses
     * everybody, so that one wrong setting would make the whole company unreachable.
     *
     * @param status enhanced status code (RFC 3463); null if the server gave none apart from its text
     * @param text what it said, beginning with the reply code if there was one; null if nothing
     */
    public static BounceKind of(@Nullable String status, @Nullable String text) {
        var enhanced = status == null ? enhancedIn(text) : status;
        if (enhanced != null && !UNSPECIFIED.matcher(enhanced).matches()) {
            return GONE.matcher(enhanced).matches() ? HARD : SOFT;
        }
        if (text != null && text.toLowerCase(Locale.ROOT).contains("relay")) {
            return SOFT;
        }
        var code = text == null ? null : CODE.matcher(text);
        if (code == null || !code.matches()) {
            return enhanced == null ? SOFT : HARD;
        }
        return code.group(1).startsWith("5") && !code.group(1).equals("552") ? HARD : SOFT;
    }

    /** The enhanced status code in a reply; null if it has none. */
    public static @Nullable String enhancedIn(@Nullable String text) {
        var found = text == null ? null : STATUS.matcher(text);
        return found != null && found.find() ? found.group(1) : null;
    }
}
