package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad row of each kind among a thousand, in each format: the others are in, and of each it is told where it was and why. */
@InventoryTest
class BadRowTest {

    private static final int ROWS = 1_000;
    private static final int FIRST_BAD = 300;
    private static final int APART = 50;

    /** A byte that is no UTF-8 stands for this character, which no format uses. */
    private static final char NO_UTF_8 = '\u00a4';

    private enum Kind {
        SHORT_ROW,
        BAD_DATE,
        BAD_GUID,
        FOREIGN_TENANT,
        MEGABYTE,
        NUL,
        NO_UTF_8
    }

    /**
     * A format as this test makes it.
     *
     * @param rows the row of a number; it has the word {@code TEXT} in a field of free text
     * @param date a date of each row, or empty
     * @param guid part of the row that is a GUID, or empty
     * @param hasTenant whether a row says whose it is
     */
    private record Shape(
            String name,
            String head,
            String between,
            String foot,
            IntFunction<String> rows,
            String broken,
            String date,
            String guid,
            boolean hasTenant) {

        @Override
        public String toString() {
            return name;
        }

        boolean canBe(Kind kind) {
            return switch (kind) {
                case BAD_DATE -> !date.isEmpty();
                case BAD_GUID -> !guid.isEmpty();
                case FOREIGN_TENANT -> hasTenant;
                default -> true;
            };
        }

        String bad(int number, Kind kind, UUID tenant) {
            var good = rows.apply(number);
            return switch (kind) {
                case SHORT_ROW -> broken;
                case BAD_DATE -> good.replace(date, "yesterday");
                case BAD_GUID -> good.replaceFirst(guid, "no-guid");
                case FOREIGN_TENANT ->
                    good.replace(tenant.toString(), UUID.randomUUID().toString());
                case MEGABYTE -> good.replace("TEXT", "x".repeat(1_100_000));
                case NUL -> good.replace("TEXT", "a\0b");
                case NO_UTF_8 -> good.replace("TEXT", "a" + NO_UTF_8 + "b");
            };
        }
    }

    private static Stream<Shape> shapes(UUID tenant) {
        var log = new SignInLog(tenant);
        var time = "2022-08-19T20:22:36.215812Z";
        IntFunction<SignInLog.Entry> entry = i -> at(time, "user" + i % 9 + "@contoso.example", "IMAP4", "TEXT");
        var guid = "[0-9a-f]{8}-[0-9a-f-]{27}";
        return Stream.of(
                new Shape(
                        "entra csv",
                        SignInLog.CSV_HEADER + "\n",
                        "\n",
                        "\n",
                        i -> log.csv(entry.apply(i)),
                        "x,y",
                        time,
                        guid,
                        true),
                new Shape("graph ndjson", "", "\n", "\n", i -> log.json(entry.apply(i)), "{\"id\":", time, guid, true),
                new Shape(
                        "graph page",
                        "{\"value\": [\n",
                        ",\n",
                        "]}",
                        i -> log.json(entry.apply(i)),
                        "7",
                        time,
                        guid,
                        true),
                new Shape(
                        "client csv",
                        "source,externalId,tenantId,kind,notes\n",
                        "\n",
                        "\n",
                        i -> "cmdb,x%d,%s,device,TEXT".formatted(i, tenant),
                        "cmdb",
                        "",
                        "",
                        true),
                new Shape(
                        "client json",
                        "[",
                        ",\n",
                        "]",
                        i ->
                                "{\"source\": \"cmdb\", \"externalId\": \"x%d\", \"tenantId\": \"%s\", \"notes\": \"TEXT\"}"
                                        .formatted(i, tenant),
                        "[]",
                        "",
                        "",
                        true),
                new Shape(
                        "owner csv",
                        "account,ownerEmail,ownerName\n",
                        "\n",
                        "\n",
                        i -> "a%d@contoso.example,o%d@contoso.example,TEXT".formatted(i, i % 9),
                        "a@contoso.example",
                        "",
                        "",
                        false),
                new Shape(
                        "smtp auth report",
                        "Sender address,Domain,Messages sent\n",
                        "\n",
                        "\n",
                        i -> "a%d@contoso.example,TEXT,7".formatted(i),
                        "a@contoso.example",
                        "",
                        "",
                        false),
                new Shape(
                        "ews report",
                        "AppId,SOAP Action,Call Volume,Last Activity date (UTC)\n",
                        "\n",
                        "\n",
                        i -> "%s,TEXT,7,2026-11-14".formatted(new UUID(7, i)),
                        "x",
                        "2026-11-14",
                        guid,
                        false),
                new Shape(
                        "mobile devices",
                        "UserDisplayName,Identity,DeviceId,DeviceModel\n",
                        "\n",
                        "\n",
                        i -> "TEXT,a%d@contoso.example\\x,D%d,iPhone".formatted(i, i),
                        "x",
                        "",
                        "",
                        false),
                new Shape(
                        "mailboxes",
                        "DisplayName,PrimarySmtpAddress,PopEnabled\n",
                        "\n",
                        "\n",
                        i -> "TEXT,a%d@contoso.example,True".formatted(i),
                        "x",
                        "",
                        "",
                        false),
                new Shape(
                        "messages",
                        "{\"value\": [",
                        ",\n",
                        "]}",
                        i ->
                                "{\"id\": \"MC%d\", \"title\": \"TEXT\", \"services\": [], \"lastModifiedDateTime\": \"%s\"}"
                                        .formatted(i, time),
                        "null",
                        time,
                        "",
                        false));
    }

    static Stream<String> formats() {
        return shapes(new UUID(0, 0)).map(Shape::name);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void all_others_are_in_and_each_bad_one_is_told(String format) {
        var tenant = Api.tenant();
        var shape = shapes(tenant)
                .filter(one -> one.name().equals(format))
                .findFirst()
                .orElseThrow();
        var kinds = Stream.of(Kind.values()).filter(shape::canBe).toList();
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> {
                    var kind = (i - FIRST_BAD) / APART;
                    return i >= FIRST_BAD && i % APART == 0 && kind < kinds.size()
                            ? shape.bad(i, kinds.get(kind), tenant)
                            : shape.rows().apply(i);
                })
                .collect(Collectors.joining(shape.between(), shape.head(), shape.foot()));

        var job = Api.imported(tenant, bytes(rows));

        assertThat(List.of(
                        job.path("status").asText(),
                        job.path("rows").asInt(),
                        job.path("accepted").asInt(),
                        job.path("rejected").asInt()))
                .as(job.toString())
                .isEqualTo(List.of("succeeded", ROWS, ROWS - kinds.size(), kinds.size()));
        var above = shape.head().lines().count()
                + (shape.head().endsWith("\n") || shape.head().isEmpty() ? 1 : 0);
        var errors =
                Api.all(Tokens.viewer(tenant), "/v1/imports/" + job.path("id").asText() + "/errors");
        assertThat(errors)
                .as("lines of %s", kinds)
                .extracting(error -> error.path("line").asLong())
                .containsExactlyElementsOf(IntStream.range(0, kinds.size())
                        .mapToObj(kind -> above + FIRST_BAD + kind * APART)
                        .toList());
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.path("reason").asText()).isNotBlank();
            assertThat(error.path("value").asText().length()).isLessThanOrEqualTo(103);
        });
        if (shape.hasTenant()) {
            var foreign = errors.get(kinds.indexOf(Kind.FOREIGN_TENANT));
            assertThat(foreign.path("column").asText()).containsIgnoringCase("tenant");
            assertThat(foreign.path("value").asText()).hasSize(36);
        }
    }

    @Test
    void what_stood_in_a_list_is_cut_short_as_well() {
        var tenant = Api.tenant();

        var job = Api.imported(
                tenant, bytes("account,ownerEmail,ownerName\na@contoso.example,o@contoso.example," + "x".repeat(400)));

        var errors =
                Api.all(Tokens.viewer(tenant), "/v1/imports/" + job.path("id").asText() + "/errors");
        assertThat(errors)
                .singleElement()
                .extracting(error -> error.path("value").asText().length())
                .isEqualTo(103);
    }

    private static byte[] bytes(String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == (byte) NO_UTF_8 ? (byte) 0xe9 : bytes[i];
        }
        return bytes;
    }
}
