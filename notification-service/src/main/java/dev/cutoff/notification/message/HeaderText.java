package dev.cutoff.notification.message;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** What may stand in a header. A line break there would be a header of somebody else's. */
final class HeaderText {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /** A program that reads mail takes "=?" for the begin of encoded text (RFC 2047), whoever wrote it. */
    private static final Pattern ENCODED = Pattern.compile("=\\?");

    private HeaderText() {}

    /** @throws IllegalArgumentException if it has a line break or another control character */
    static String of(String text) {
        if (FORBIDDEN.matcher(text).find()) {
            throw new IllegalArgumentException("A header must not contain control characters");
        }
        return ENCODED.matcher(text).replaceAll("= ?");
    }

    /** @throws IllegalArgumentException if it is not exactly one address */
    static InternetAddress address(String text) {
        try {
            var addresses = InternetAddress.parse(of(text), true);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                throw new IllegalArgumentException("Not one address");
            }
            addresses[0].validate();
            return addresses[0];
        } catch (AddressException e) {
            // Without its cause: that repeats the address, and this is logged.
            throw new IllegalArgumentException("Not a mail address");
        }
    }
}
