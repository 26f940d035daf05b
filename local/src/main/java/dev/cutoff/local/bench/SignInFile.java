package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Made-up sign-ins of a month twice over: as the Graph has them, a line of about 800 bytes each, and as a CSV of the columns that matter,
 * which a COPY can take as it is.
 *
 * @param log for the service
 * @param rows for the COPY; the tenant is the first column
 */
record SignInFile(Path log, Path rows, long count) {

    static final UUID TENANT = new UUID(0x8bb6f14a714e8fdcL, 0x89f605418818a00bL);

    /** Of ten sign-ins, how many are of an account that has signed in before. */
    private static final double REPEATED = 0.85;

    private static final long SEED = 1;
    private static final Instant FIRST = Instant.parse("2022-08-01T00:00:00Z");
    private static final int SECONDS = 30 * 86_400;

    private static final String[] APPS = {
        "Browser",
        "Mobile Apps and Desktop clients",
        "Authenticated SMTP",
        "IMAP4",
        "POP3",
        "Exchange ActiveSync",
        "Exchange Web Services",
        "MAPI Over HTTP",
        "Autodiscover",
        "Exchange Online PowerShell"
    };
    private static final String[] AGENTS = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        "JavaMail",
        "Apple-iPhone9C1/1402.100",
        "SAMSUNG-SM-G973F/101.90000",
        "Microsoft Office/15.0 (Windows NT 6.1; Microsoft Outlook 15.0.4420; Pro)",
        "ExchangeServicesClient/15.00.0913.015",
        "python-requests/2.28.1",
        "Microsoft WinRM Client",
        "Android/9-EAS-2.0",
        ""
    };

    /** @param month that it is of, from 0; those of another month are other sign-ins of the same accounts */
    static SignInFile write(Path folder, int month, long count, LongConsumer progress) {
        var name = month + "-" + count;
        var file = new SignInFile(folder.resolve("log-" + name), folder.resolve("rows-" + name), count);
        try {
            Files.createDirectories(folder);
            try (var log = Files.newBufferedWriter(file.log(), StandardCharsets.US_ASCII);
                    var rows = Files.newBufferedWriter(file.rows(), StandardCharsets.US_ASCII)) {
                file.write(log, rows, month, progress);
            }
            return file;
        } catch (IOException e) {
            throw new Failure("Cannot write to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    private void write(Writer log, Writer rows, int month, LongConsumer progress) throws IOException {
        var random = new Random(SEED + month);
        var first = FIRST.plusSeconds((long) month * SECONDS);
        var accounts = 1;
        for (var row = 0L; row < count; row++) {
            if (row % 50_000 == 0) {
                progress.accept(row);
            }
            var isNew = random.nextDouble() >= REPEATED;
            var account = isNew ? accounts++ : random.nextInt(accounts);
            write(log, rows, account, first, random);
        }
    }

    private static void write(Writer log, Writer rows, int account, Instant first, Random random) throws IOException {
        var id = uuid(random);
        // As good as random, as the vendor's are.
        var user = UUID.nameUUIDFromBytes(("user" + account).getBytes(StandardCharsets.US_ASCII));
        var at = first.plusSeconds(random.nextInt(SECONDS)).plusNanos(1_000L * random.nextInt(1_000_000));
        var address = "user" + account + "@contoso.example";
        // Who signs in mostly does so with the same program.
        var habit = random.nextInt(10) == 0 ? account + 1 : account;
        var app = APPS[habit % APPS.length];
        var agent = AGENTS[habit % AGENTS.length];
        var code = random.nextInt(20) == 0 ? 50126 : 0;
        log.write("""
                {"id": "%s", "createdDateTime": "%s", "userDisplayName": "User %d", "userPrincipalName": "%s", "userId": "%s",\
                 "appId": "00000002-0000-0ff1-ce00-000000000000", "appDisplayName": "Office 365 Exchange Online",\
                 "ipAddress": "203.0.113.%d", "clientAppUsed": "%s", "userAgent": "%s", "correlationId": "%s",\
                 "conditionalAccessStatus": "notApplied", "isInteractive": true, "riskDetail": "none",\
                 "riskLevelAggregated": "none", "riskState": "none", "riskEventTypes": [],\
                 "resourceDisplayName": "Office 365 Exchange Online", "status": {"errorCode": %d, "failureReason": "Other.",\
                 "additionalDetails": null}, "deviceDetail": {"deviceId": "", "operatingSystem": "", "browser": ""},\
                 "location": {"city": "Osaka", "countryOrRegion": "JP", "geoCoordinates": {}}}
                """.formatted(id, at, account, address, user, random.nextInt(250), app, agent, uuid(random), code));
        var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        rows.write("%s,%s,%s,%s,%s,%s,%s,\"%s\",%d\n".formatted(TENANT, day, id, at, user, address, app, agent, code));
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    void delete() {
        try {
            Files.deleteIfExists(log);
            Files.deleteIfExists(rows);
        } catch (IOException e) {
            throw new Failure("Cannot delete " + log + " (" + e.getMessage() + ").", e);
        }
    }
}
