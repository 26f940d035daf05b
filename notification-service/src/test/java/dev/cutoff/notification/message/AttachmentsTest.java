package dev.cutoff.notification.message;

import static dev.cutoff.notification.message.Digests.CONTOSO;
import static dev.cutoff.notification.message.Digests.PRINTER;
import static dev.cutoff.notification.message.Digests.choice;
import static dev.cutoff.notification.message.Digests.clients;
import static dev.cutoff.notification.message.Digests.digest;
import static dev.cutoff.notification.message.Digests.inLanguage;
import static dev.cutoff.notification.message.Digests.named;
import static dev.cutoff.notification.message.Digests.printers;
import static dev.cutoff.notification.message.Digests.row;
import static dev.cutoff.notification.message.Digests.stop;
import static dev.cutoff.notification.message.Digests.window;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.reminder.Role;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that come with a mail, read back by other libraries than those that wrote them. */
@NotificationTest
class AttachmentsTest {

    private static final Instant AT = Instant.parse("2022-09-16T00:00:00Z");

    private final Composer composer =
            new Composer(new ComposerTest.Sender("Cutoff <cutoff@cutoff.example>", Optional.empty()));

    @Test
    void the_dates_come_as_a_calendar_that_agrees_with_timelines() throws Exception {
        var digest = digest("2022-09-16", List.of(window(Role.OWNER, PRINTER)), List.of(choice(PRINTER)));

        var file = file(digest, "cutoff-dates.ics");

        assertThat(file.getContentType()).startsWith("text/calendar").contains("method=PUBLISH");
        var calendar = calendar(file);
        calendar.validate(true);
        assertThat(calendar.getRequiredProperty("METHOD").getValue()).isEqualTo("PUBLISH");
        var stop = event(calendar, CONTOSO.id() + ".exchange-online-basic-auth.imap.basic.stop@cutoff");
        assertThat(stop.getRequiredProperty("DTSTART").toString()).startsWith("DTSTART;VALUE=DATE:20221001");
        assertThat(stop.getRequiredProperty("DTEND").toString()).startsWith("DTEND;VALUE=DATE:20230101");
        assertThat(value(stop, "STATUS")).isEqualTo("TENTATIVE");
        assertThat(value(stop, "TRANSP")).isEqualTo("TRANSPARENT");
        assertThat(value(stop, "SEQUENCE")).isEqualTo("0");
        assertThat(value(stop, "SUMMARY"))
                .isEqualTo("Contoso: Basic authentication for IMAP may stop from this day on");
        assertThat(value(stop, "DESCRIPTION"))
                .isEqualTo("As announced on 1 September 2022, checked on 14 September 2022.");
        var decide = event(calendar, CONTOSO.id() + ".exchange-online-basic-auth.pop.basic.decide@cutoff");
        assertThat(decide.getRequiredProperty("DTSTART").toString()).startsWith("DTSTART;VALUE=DATE:20220930");
        assertThat(value(decide, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(decide, "SUMMARY")).isEqualTo("Contoso: decide about Basic authentication for POP");
    }

    @Test
    void a_named_day_is_certain_and_in_japanese_for_who_reads_that() throws Exception {
        var stop = event(
                calendar(file(inLanguage("ja", digest("2022-10-13", named(false, null, PRINTER))), "cutoff-dates.ics")),
                CONTOSO.id() + ".exchange-online-basic-auth.imap.basic.stop@cutoff");

        assertThat(value(stop, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(stop, "SUMMARY"))
                .isEqualTo("Contoso: IMAP \u306e\u57fa\u672c\u8a8d\u8a3c\u304c\u505c\u6b62\u3057\u307e\u3059");
    }

    @Test
    void few_clients_stand_in_the_mail_and_need_no_list() throws Exception {
        var mail =
                MailParts.of(composer.compose(digest("2022-09-16", window(Role.OWNER, printers(50))), Digests.LINKS, AT)
                        .mime());

        assertThat(mail.text()).contains("Printer 0 ", "Printer 49 ");
        assertThat(names(digest("2022-09-16", window(Role.OWNER, printers(50)))))
                .containsExactly("cutoff-dates.ics");
    }

    @Test
    void many_clients_are_counted_and_come_as_a_list() throws Exception {
        var digest = digest(
                "2022-09-16", List.of(window(Role.FALLBACK_CONTACT, printers(150))), List.of(choice(printers(150))));

        assertThat(names(digest)).containsExactly("cutoff-clients.csv", "cutoff-dates.ics");
        var text =
                MailParts.of(composer.compose(digest, Digests.LINKS, AT).mime()).text();
        assertThat(text)
                .contains("  - 150 devices: SMTP AUTH\r\n  - All 150 stand in the attached list.")
                .contains("  By owner:\r\n  - nobody answers for it: 50\r\n  - Owner 0: 14\r\n")
                .doesNotContain("Printer 0 ");
        var records = list(digest);
        assertThat(records).hasSize(301);
        assertThat(records.get(0).getFields())
                .containsExactly(
                        "Part",
                        "Tenant",
                        "Client",
                        "Kind",
                        "Account",
                        "Account shared",
                        "Answers for it",
                        "What stops",
                        "Protocols",
                        "From",
                        "Until",
                        "Decide by",
                        "Id of the client");
        assertThat(records.get(2).getFields())
                .containsExactly(
                        "Coming",
                        "Contoso",
                        "Printer 1",
                        "device",
                        "scanner1@contoso.example",
                        "",
                        "Owner 1",
                        "Basic authentication for SMTP AUTH",
                        "SMTP AUTH",
                        "2022-10-01",
                        "2022-12-31",
                        "",
                        printers(2)[1].id().toString());
        assertThat(records.get(151).getField(11)).isEqualTo("2022-09-30");
    }

    @Test
    void the_list_opens_in_excel_in_japanese_too() throws Exception {
        var bytes = bytes(file(
                inLanguage("ja", digest("2022-09-16", window(Role.OWNER, printers(51)))), "cutoff-clients.csv"));

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("\ufeff\u533a\u5206,\u30c6\u30ca\u30f3\u30c8,")
                .contains("\r\n\u4eca\u5f8c\u306e\u4e88\u5b9a,Contoso,Printer 0,\u6a5f\u5668,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1+1", "\uff20SUM(A1)"})
    void no_cell_is_a_formula(String label) throws Exception {
        var rows = IntStream.range(0, 60)
                .mapToObj(n -> row(label, "device", null, false, null, "imap"))
                .toArray(Clients.Row[]::new);

        assertThat(list(digest("2022-09-16", window(Role.OWNER, rows))).get(1).getField(2))
                .isEqualTo("'" + label);
    }

    @Test
    void a_mail_is_of_a_sane_size_however_many_clients_there_are_and_whatever_they_are_called() throws Exception {
        var long120 = "\u6a5f\"&<".repeat(30);
        var rows = IntStream.range(0, 2000)
                .mapToObj(n -> row(long120, "device", long120, true, long120, "imap", "smtp-auth"))
                .toArray(Clients.Row[]::new);
        var counted = clients(false, rows);
        var crowd = new Clients(100_000, counted.tenants(), 1, counted.kinds(), counted.owners(), 0, 0, counted.rows());
        var stops = IntStream.range(0, 300)
                .mapToObj(n -> stop(false, "2022-10-01", "2022-12-31", null, Role.OWNER, null, crowd))
                .toArray(Stop[]::new);
        var digest = inLanguage("ja", digest("2022-09-16", stops));

        var mime = composer.compose(digest, Digests.LINKS, AT).mime();

        assertThat(mime.length).isBetween(500_000, 1_000_000);
        assertThat(list(digest)).hasSizeGreaterThan(100);
    }

    private List<String> names(Digest digest) throws Exception {
        var names = new ArrayList<String>();
        var parts = parts(digest);
        for (var n = 1; n < parts.getCount(); n++) {
            names.add(parts.getBodyPart(n).getFileName());
        }
        return names;
    }

    private BodyPart file(Digest digest, String name) throws Exception {
        var parts = parts(digest);
        for (var n = 1; n < parts.getCount(); n++) {
            if (parts.getBodyPart(n).getFileName().equals(name)) {
                return parts.getBodyPart(n);
            }
        }
        throw new AssertionError(name + " is not attached");
    }

    private MimeMultipart parts(Digest digest) throws Exception {
        var mime = composer.compose(digest, Digests.LINKS, AT).mime();
        return (MimeMultipart)
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime)).getContent();
    }

    private List<CsvRecord> list(Digest digest) throws Exception {
        var text = new String(bytes(file(digest, "cutoff-clients.csv")), StandardCharsets.UTF_8);
        try (var csv = CsvReader.builder().ofCsvRecord(text.substring(1))) {
            return csv.stream().toList();
        }
    }

    private static byte[] bytes(BodyPart part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    private static Calendar calendar(BodyPart part) throws Exception {
        return new CalendarBuilder().build(new StringReader(new String(bytes(part), StandardCharsets.UTF_8)));
    }

    private static VEvent event(Calendar calendar, String uid) {
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> event.getUid().orElseThrow().getValue().equals(uid))
                .findFirst()
                .orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
