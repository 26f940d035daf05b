package dev.cutoff.local.command;

import java.util.regex.Pattern;

/** The form of a tenant's id. {@code UUID.fromString} takes shorter ones too. */
final class TenantId {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private TenantId() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
