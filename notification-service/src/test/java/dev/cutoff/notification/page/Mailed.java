package dev.cutoff.notification.page;

import dev.cutoff.notification.Stage;
import dev.cutoff.notification.message.MailParts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links in the mails that have arrived, from the root of the service on. */
public final class Mailed {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("<http://localhost:8083(/u/[A-Za-z0-9._-]+)>");

    private Mailed() {}

    /** @param path that the link begins with */
    public static String link(Stage stage, String person, String path) {
        var text = MailParts.of(Stage.source(to(stage, person)).getBytes(StandardCharsets.UTF_8))
                .text();
        var link = Pattern.compile("http://localhost:8083(" + path + "[A-Za-z0-9._-]+)")
                .matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return link.group(1);
    }

    /** The link of the latest mail that has no parts. */
    static String note(Stage stage, String person) {
        return stage.mails().stream()
                .filter(mail -> Stage.recipient(mail).equals(person))
                .map(Stage::source)
                .filter(source -> !source.contains("multipart"))
                .map(source -> Pattern.compile("http://localhost:8083(/a/[A-Za-z0-9._-]+)")
                        .matcher(source.replace("=\r\n", "").replace("=\n", "")))
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the latest mail offers it. */
    static boolean canUnsubscribe(Stage stage, String person) {
        return Stage.source(to(stage, person)).contains("List-Unsubscribe");
    }

    static String unsubscribe(Stage stage, String person) {
        try {
            var header = UNSUBSCRIBE.matcher(to(stage, person).getHeader("List-Unsubscribe", null));
            if (!header.find()) {
                throw new AssertionError("No address to unsubscribe");
            }
            return header.group(1);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage to(Stage stage, String person) {
        return stage.mails().stream()
                .filter(mail -> Stage.recipient(mail).equals(person))
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
