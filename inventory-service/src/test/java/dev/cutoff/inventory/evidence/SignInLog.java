package dev.cutoff.inventory.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sign-ins of a test's own making, in any of the vendor's formats. */
final class SignInLog {

    /** One sign-in. */
    record Entry(
            UUID id,
            Instant at,
            @Nullable UUID userId,
            String address,
            String clientApp,
            String userAgent,
            int errorCode) {

        Entry withResult(int code) {
            return new Entry(id, at, userId, address, clientApp, userAgent, code);
        }
    }

    static final String CSV_HEADER = "Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,"
            + "Cross tenant access type,Incoming token type,Authentication Protocol,Application,Application ID ,"
            + "Resource tenant ID,Home tenant ID,Location,Status,Sign-in error code,Failure reason,Client app,"
            + "Autonomous system  number,Incoming token type";

    private final UUID tenant;
    private final List<Entry> entries = new ArrayList<>();

    SignInLog(UUID tenant) {
        this.tenant = tenant;
    }

    static SignInLog of(UUID tenant, Entry... entries) {
        var log = new SignInLog(tenant);
        log.entries.addAll(List.of(entries));
        return log;
    }

    SignInLog add(Entry entry) {
        entries.add(entry);
        return this;
    }

    List<Entry> entries() {
        return entries;
    }

    static Entry entry(String address, String clientApp, String userAgent) {
        return at("2022-08-19T20:22:36.215812Z", address, clientApp, userAgent);
    }

    static Entry at(String time, String address, String clientApp, String userAgent) {
        return at(time, address, clientApp, userAgent, 0);
    }

    static Entry at(String time, String address, String clientApp, String userAgent, int errorCode) {
        var user = UUID.nameUUIDFromBytes(address.getBytes());
        return new Entry(UUID.randomUUID(), Instant.parse(time), user, address, clientApp, userAgent, errorCode);
    }

    String csv() {
        return entries.stream().map(this::csv).collect(Collectors.joining("\n", CSV_HEADER + "\n", "\n"));
    }

    String csv(Entry entry) {
        return String.join(
                ",",
                entry.at().toString(),
                entry.id().toString(),
                entry.userAgent(),
                "",
                entry.userId() == null ? "" : entry.userId().toString(),
                "Somebody",
                entry.address(),
                "Member",
                "",
                "",
                "",
                "Office 365 Exchange Online",
                "00000002-0000-0ff1-ce00-000000000000",
                tenant.toString(),
                tenant.toString(),
                "\"Boston, Massachusetts, US\"",
                entry.errorCode() == 0 ? "Success" : "Failure",
                entry.errorCode() == 0 ? "" : String.valueOf(entry.errorCode()),
                "Other.",
                entry.clientApp(),
                "",
                "");
    }

    String ndjson() {
        return entries.stream().map(this::json).collect(Collectors.joining("\n", "", "\n"));
    }

    String page() {
        return entries.stream().map(this::json).collect(Collectors.joining(",\n", "{\"value\": [\n", "]}"));
    }

    String json(Entry entry) {
        return """
                {"id": "%s", "createdDateTime": "%s", "userPrincipalName": "%s", "userId": %s, "clientAppUsed": "%s",\
                 "userAgent": "%s", "resourceTenantId": "%s", "homeTenantId": "%s", "status": {"errorCode": %d}}""".formatted(
                        entry.id(),
                        entry.at(),
                        entry.address(),
                        entry.userId() == null ? null : "\"" + entry.userId() + "\"",
                        entry.clientApp(),
                        entry.userAgent(),
                        tenant,
                        tenant,
                        entry.errorCode());
    }
}
