package dev.cutoff.local.year;

import dev.cutoff.local.home.Failure;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a mail, and the list that is attached to it, as its reader does. */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern DEVICE = Pattern.compile("Device-(\\d{6})");
    private static final Pattern DATE = Pattern.compile("\\d{1,2} \\p{L}+ \\d{4}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String RESOLVED = "Resolved";

    private final Map<Integer, LocalDate> stops = new HashMap<>();
    private final Set<Integer> cleared = new HashSet<>();
    private final Set<Integer> helps = new HashSet<>();

    private MailReader() {}

    static Mail read(String person, byte[] bytes) {
        var reader = new MailReader();
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            reader.part(message.getContent(), null);
            return new Mail(
                    person,
                    message.getMessageID(),
                    LocalDate.ofInstant(message.getSentDate().toInstant(), ZoneOffset.UTC),
                    Map.copyOf(reader.stops),
                    Set.copyOf(reader.cleared),
                    Set.copyOf(reader.helps));
        } catch (IOException | MessagingException e) {
            throw new Failure("A mail cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private void part(Object content, @Nullable BodyPart part) throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            for (var n = 0; n < parts.getCount(); n++) {
                part(parts.getBodyPart(n).getContent(), parts.getBodyPart(n));
            }
            return;
        }
        if (part == null) {
            return;
        }
        if (part.getFileName() != null && part.getFileName().endsWith(".csv")) {
            try (var list = part.getInputStream()) {
                list(new String(list.readAllBytes(), StandardCharsets.UTF_8));
            }
        } else if (part.isMimeType("text/plain") && part.getFileName() == null) {
            text(content.toString());
        }
    }

    /** {@code == Coming ==} heads a part, {@code * } begins a thing in it, and its first day stands behind {@code When:}. */
    private void text(String text) {
        var section = "";
        var title = "";
        @Nullable LocalDate day = null;
        for (var line : text.lines().toList()) {
            if (line.startsWith("== ")) {
                section = line.replace("=", "").strip();
            } else if (line.startsWith("* ")) {
                title = line;
                day = null;
            } else if (line.strip().startsWith("When:")) {
                day = date(line);
            }
            for (var found = DEVICE.matcher(line); found.find(); ) {
                note(Integer.parseInt(found.group(1)), section, title, day);
            }
        }
    }

    private void note(int client, String section, String title, @Nullable LocalDate day) {
        if (section.equals(RESOLVED)) {
            cleared.add(client);
        } else if (title.contains("Help is wanted")) {
            helps.add(client);
        } else if (day != null) {
            // What is to be decided has no such day.
            stops.put(client, day);
        }
    }

    private static @Nullable LocalDate date(String line) {
        var found = DATE.matcher(line);
        return found.find() ? LocalDate.parse(found.group(), WRITTEN) : null;
    }

    /** Columns: section, tenant, client, ..., from, until, decideBy, id. */
    private void list(String csv) {
        csv.lines().skip(1).forEach(row -> {
            var device = DEVICE.matcher(row);
            if (!device.find()) {
                return;
            }
            var client = Integer.parseInt(device.group(1));
            var day = ISO.matcher(row);
            if (row.startsWith(RESOLVED)) {
                cleared.add(client);
            } else if (day.find() && row.split(",", -1)[row.split(",", -1).length - 2].isEmpty()) {
                stops.put(client, LocalDate.parse(day.group()));
            }
        });
    }
}
