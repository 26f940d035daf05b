package dev.cutoff.inventory.evidence.format;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What {@code ConvertTo-Json} makes of the objects that Microsoft Graph PowerShell reads ({@code Get-MgAuditLogSignIn},
 * {@code Get-MgServiceAnnouncementMessage}): the Graph's names with a capital, and in Windows PowerShell 5.1 times as {@code /Date(1660940556215)/},
 * milliseconds since 1970. Seen in the documentation of either; no export of a real tenant was at hand.
 */
final class PowerShell {

    private static final Pattern TIME = Pattern.compile("/Date\\((-?\\d{1,14})(?:[+-]\\d{4})?\\)/");

    private PowerShell() {}

    /** The name as the Graph has it. */
    static String name(String name) {
        return name.isEmpty() || !Character.isUpperCase(name.charAt(0))
                ? name
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The name as PowerShell has it. */
    static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static boolean isTime(String text) {
        return text.startsWith("/Date(");
    }

    /** The time as everybody else writes it; any other text as it is. */
    static String time(String text) {
        if (!isTime(text)) {
            return text;
        }
        var time = TIME.matcher(text);
        return time.matches()
                ? Instant.ofEpochMilli(Long.parseLong(time.group(1))).toString()
                : text;
    }
}
