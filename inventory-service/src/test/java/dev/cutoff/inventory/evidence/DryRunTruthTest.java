package dev.cutoff.inventory.evidence;

import static dev.cutoff.inventory.evidence.SignInLog.at;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a dry run says would be different is what is different in the lists of usages and clients once the same file has been imported. */
@InventoryTest
class DryRunTruthTest {

    private static final List<String> FACTS =
            List.of("successes", "blocked", "failures", "firstSeen", "lastSeen", "blockedBy", "reports");

    private static final Predicate<JsonNode> NOTHING = _ -> false;

    private static final String SENDERS = "Sender address,Messages sent,Authentication Protocol\n";
    private static final String EWS = "AppId,SOAP Action,Call Volume,Last Activity date (UTC)\n";
    private static final String APP = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";
    private static final String CLIENTS = "source,externalId,kind,account,name\n";
    private static final String DEVICES = "Identity,DeviceId,DeviceModel,ClientType,ClientVersion\n";

    private UUID tenant;

    @BeforeEach
    void makeTenant() {
        tenant = Api.tenant();
    }

    @Test
    void a_dry_run_of_sign_ins_says_what_the_import_does() {
        var known = UUID.randomUUID();
        var again = smtp("2022-08-15T10:00:00Z", UUID.randomUUID(), "again@contoso.example", 0);
        var addressAlone = smtp("2022-08-15T10:00:00Z", null, "same.sign.in@contoso.example", 0);
        imported("2022-08-08", SENDERS + """
                reported@contoso.example,7,Basic
                reported.without.method@contoso.example,7,
                reported.and.tried@contoso.example,7,Basic
                """);
        imported("2022-08-08", CLIENTS + "cmdb,1,device,listed@contoso.example,Listed\n");
        imported(
                "2022-08-31",
                log(
                        again,
                        addressAlone,
                        smtp("2022-08-14T10:00:00Z", UUID.randomUUID(), "silent@contoso.example", 0),
                        smtp("2022-08-14T10:00:00Z", null, "address.alone@contoso.example", 0),
                        smtp("2022-08-14T10:00:00Z", known, "known@contoso.example", 0),
                        smtp("2022-08-14T10:00:00Z", null, "also.known@contoso.example", 0),
                        at("2022-08-15T10:00:00Z", "tried@contoso.example", "IMAP4", "JavaMail"),
                        at("2022-08-15T10:00:00Z", "sprayed@contoso.example", "IMAP4", "", 50126),
                        at("2022-08-15T10:00:00Z", "stopped@contoso.example", "IMAP4", "JavaMail")));

        tells(
                usage -> usage.path("lastSeen").asText().startsWith("2022-08-14"),
                "2022-08-31",
                log(
                        again,
                        withUser(addressAlone),
                        smtp("2022-08-16T10:00:00Z", UUID.randomUUID(), "reported@contoso.example", 0),
                        smtp("2022-08-16T10:00:00Z", UUID.randomUUID(), "reported.without.method@contoso.example", 0),
                        smtp("2022-08-16T10:00:00Z", UUID.randomUUID(), "reported.and.tried@contoso.example", 50126),
                        smtp("2022-08-16T10:00:00Z", UUID.randomUUID(), "listed@contoso.example", 0),
                        smtp("2022-08-16T10:00:00Z", UUID.randomUUID(), "address.alone@contoso.example", 0),
                        smtp("2022-08-16T10:00:00Z", known, "also.known@contoso.example", 0),
                        at("2022-08-16T10:00:00Z", "tried@contoso.example", "IMAP4", "JavaMail", 50126),
                        at("2022-08-16T10:00:00Z", "sprayed@contoso.example", "IMAP4", "JavaMail"),
                        at("2022-08-16T10:00:00Z", "stopped@contoso.example", "IMAP4", "JavaMail", 53003),
                        at("2022-08-16T10:00:00Z", "new@contoso.example", "POP3", "JavaMail")));
        tells(NOTHING, "2022-08-31", log(at("2022-07-16T10:00:00Z", "new@contoso.example", "POP3", "JavaMail")));
    }

    /** Which is merged in parts, and a dry run in one. */
    @Test
    void a_dry_run_of_a_large_file_says_what_the_import_does() {
        imported("2022-08-31", log(crowd("2022-08-15T10:00:00Z", 0, 70)));

        tells(
                usage -> usage.path("lastSeen").asText().startsWith("2022-08-15"),
                "2022-08-31",
                log(crowd("2022-08-16T10:00:00Z", 40, 170)));
    }

    private static SignInLog.Entry[] crowd(String time, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> at(time, "user%d@contoso.example".formatted(i % 150), "POP3", "Program" + i % 7))
                .toArray(SignInLog.Entry[]::new);
    }

    @Test
    void a_dry_run_of_reports_and_lists_says_what_the_import_does() {
        imported(
                "2022-08-31",
                log(
                        smtp("2022-08-01T10:00:00Z", UUID.randomUUID(), "sender@contoso.example", 0),
                        at("2022-08-01T10:00:00Z", "hana@contoso.example", "Exchange ActiveSync", "Android")));
        imported("2022-08-08", SENDERS + """
                sender@contoso.example,7,
                unstated@contoso.example,7,
                gone@contoso.example,7,Basic
                same@contoso.example,7,Basic
                """);
        imported("2022-08-15", EWS + APP + ",GetItem,5,2022-08-10\n");
        imported("2022-08-15", CLIENTS + """
                cmdb,1,device,sender@contoso.example,A
                cmdb,2,device,sender@contoso.example,B
                """);

        Predicate<JsonNode> hasMethodNow =
                usage -> usage.path("account").asText().startsWith("unstated@")
                        && usage.path("authMethod").asText().equals("unknown");
        tells(
                hasMethodNow.or(usage -> usage.path("account").asText().startsWith("gone@")),
                "2022-08-15",
                SENDERS + """
                sender@contoso.example,8,
                unstated@contoso.example,7,Basic
                same@contoso.example,7,Basic
                """);
        tells(hasMethodNow, "2022-08-12", SENDERS + "gone@contoso.example,9,Basic\nearlier@contoso.example,9,Basic\n");
        tells(NOTHING, "2022-08-15", EWS + APP + ",GetItem,5,2022-08-11\n" + APP + ",FindItem,1,2022-08-11\n");
        tells(NOTHING, "2022-08-15", CLIENTS + """
                cmdb,1,device,sender@contoso.example,A
                cmdb,2,device,,C
                cmdb,3,device,unheard.of@contoso.example,D
                """);
        tells(NOTHING, "2022-08-15", "account,ownerEmail\nsender@contoso.example,nao@contoso.example\n");
        tells(NOTHING, "2022-08-15", DEVICES + """
                hana@contoso.example\\ExchangeActiveSyncDevices\\1,1F7E42734F56448F85E1,Android,EAS,14.1
                """);
        tells(NOTHING, "2022-08-15", """
                PrimarySmtpAddress,SmtpClientAuthenticationDisabled
                sender@contoso.example,True
                hana@contoso.example,False
                """);
    }

    private static SignInLog.Entry smtp(String time, @Nullable UUID user, String address, int errorCode) {
        return new SignInLog.Entry(
                UUID.randomUUID(), Instant.parse(time), user, address, "Authenticated SMTP", "JavaMail", errorCode);
    }

    private static SignInLog.Entry withUser(SignInLog.Entry one) {
        return new SignInLog.Entry(
                one.id(),
                one.at(),
                UUID.randomUUID(),
                one.address(),
                one.clientApp(),
                one.userAgent(),
                one.errorCode());
    }

    private String log(SignInLog.Entry... entries) {
        return SignInLog.of(tenant, entries).csv();
    }

    private JsonNode imported(String asOf, String file) {
        return Api.imported(tenant, "asOf=" + asOf, file.getBytes(StandardCharsets.UTF_8));
    }

    /** @param quiet which of the usages that there are afterwards */
    private void tells(Predicate<JsonNode> quiet, String asOf, String file) {
        var dryRun = Api.imported(tenant, "dryRun=true&asOf=" + asOf, file.getBytes(StandardCharsets.UTF_8));

        var before = Lists.of(tenant);
        var done = imported(asOf, file);
        var after = Lists.of(tenant);

        var title = asOf + " " + file.lines().limit(3).collect(joining(" | "));
        assertThat(told(dryRun.path("difference")))
                .as(title)
                .containsExactlyInAnyOrderElementsOf(after.differencesFrom(before, quiet));
        assertThat(counts(dryRun)).as(title).isEqualTo(counts(done));
    }

    private static ObjectNode counts(JsonNode job) {
        return ((ObjectNode) job.deepCopy()).retain("rows", "accepted", "known", "ignored", "rejected");
    }

    private static List<String> told(JsonNode difference) {
        return StreamSupport.stream(difference.path("examples").spliterator(), false)
                .map(example -> Stream.of("change", "what", "account", "name", "authMethod")
                        .map(field -> example.path(field).asText())
                        .collect(joining(" ")))
                .toList();
    }

    private record Lists(Map<String, JsonNode> usages, Map<String, JsonNode> clients) {

        static Lists of(UUID tenant) {
            return new Lists(
                    list(tenant, "usages", "account", "protocol", "authMethod"), list(tenant, "clients", "id"));
        }

        /** Not held against the contract, which takes longer than to read them; other tests do that. */
        private static Map<String, JsonNode> list(UUID tenant, String list, String... key) {
            var page = Api.tree(
                    Api.as(Tokens.viewer(tenant)).noFilters().get("/v1/" + list + "?limit=500&tenant=" + tenant));
            return StreamSupport.stream(page.path("items").spliterator(), false)
                    .collect(toMap(
                            item -> Stream.of(key)
                                    .map(field -> item.path(field).asText())
                                    .collect(joining(" ")),
                            item -> item));
        }

        List<String> differencesFrom(Lists before, Predicate<JsonNode> isQuiet) {
            var found = new ArrayList<String>();
            usages.forEach((key, usage) -> {
                var was = before.usages.get(key);
                if (was == null) {
                    found.add("new usage " + key);
                } else if (!facts(was).equals(facts(usage))) {
                    found.add("changed usage " + key);
                }
                if (isQuiet.test(usage)) {
                    found.add("quiet usage " + key);
                }
            });
            clients.forEach((id, client) -> {
                var name = client.path("account").asText() + " "
                        + client.path("name").asText() + " null";
                var was = before.clients.get(id);
                if (was == null) {
                    found.add("new client " + name);
                } else if (!was.equals(client)) {
                    found.add("changed client " + name);
                }
                var used = usages.values().stream()
                        .filter(usage -> usage.path("clientIds").toString().contains(id))
                        .toList();
                if (!used.isEmpty() && used.stream().allMatch(isQuiet)) {
                    found.add("quiet client " + name);
                }
            });
            return found;
        }

        private static ObjectNode facts(JsonNode usage) {
            return ((ObjectNode) usage.deepCopy()).retain(FACTS);
        }
    }
}
