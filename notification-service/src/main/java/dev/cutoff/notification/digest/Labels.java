package dev.cutoff.notification.digest;

import dev.cutoff.notification.message.Clients;
import dev.cutoff.notification.message.HelpCall;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clients as a mail lists them. What devices and programs say of themselves is somebody else's text: it gets one line and an end. */
final class Labels {

    private static final int LONGEST = 120;

    private Labels() {}

    static Clients.Row listed(ToldStore.Row row, String tenant) {
        var label = label(row.clientId(), row.name(), row.product(), row.account());
        var account = row.account() == null || row.account().equals(label) ? null : line(row.account());
        return new Clients.Row(
                row.clientId(),
                tenant,
                line(label),
                row.kind(),
                account,
                row.shared(),
                row.owner() == null ? null : line(row.owner()),
                row.protocols());
    }

    static HelpCall call(ToldStore.Call call, String tenant) {
        return new HelpCall(
                call.tenantId(),
                tenant,
                call.person(),
                line(label(call.clientId(), call.name(), call.product(), call.account())),
                call.kind(),
                call.text() == null ? null : oneLine(call.text()));
    }

    /** What people know it by. */
    private static String label(UUID client, @Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElseGet(client::toString);
    }

    static String line(@Nullable String text) {
        var line = oneLine(String.valueOf(text));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\s\\u2028\\u2029]+", " ").strip();
    }
}
