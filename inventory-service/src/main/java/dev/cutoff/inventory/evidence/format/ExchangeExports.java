package dev.cutoff.inventory.evidence.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Exchange Online's PowerShell says of devices and switches, as {@code Export-Csv} or {@code ConvertTo-Json} writes it. */
final class ExchangeExports {

    /** What Get-CASMailbox says beside its switches and Get-TransportConfig does not; without an address nobody knows of which mailbox. */
    private static final String[] OF_MAILBOXES_ALONE = {
        "DisplayName", "SamAccountName", "ServerName", "EmailAddresses", "ExternalDirectoryObjectId", "OWAEnabled"
    };

    /** What the organisation's one object is called, in every language, alone or in a path. */
    private static final String ORGANISATION = "transport settings";

    static final ListFormat MOBILE_DEVICES = new Table(
            FormatName.MOBILE_DEVICES,
            "Get-MobileDevice: CSV with the columns DeviceId, Identity and optionally UserDisplayName, DeviceModel, DeviceType, DeviceOS,"
                    + " ClientType, ClientVersion",
            opening ->
                    opening.has("DeviceId", "Identity") && opening.hasAny("ClientType", "DeviceModel", "ClientVersion"),
            ExchangeExports::device);

    static final ListFormat MAILBOX_SWITCHES = new Table(
            FormatName.CAS_MAILBOXES,
            "Get-CASMailbox: CSV with PrimarySmtpAddress (or UserPrincipalName) and one or more of SmtpClientAuthenticationDisabled,"
                    + " PopEnabled, ImapEnabled, EwsEnabled, ActiveSyncEnabled, MAPIEnabled",
            opening -> isOfMailboxes(opening)
                    && (opening.has("SmtpClientAuthenticationDisabled") || hasMailboxSwitch(opening)),
            ExchangeExports::mailbox);

    static final ListFormat TRANSPORT_CONFIG = new Table(
            FormatName.TRANSPORT_CONFIG,
            "Get-TransportConfig: CSV with the column SmtpClientAuthenticationDisabled, and none that only Get-CASMailbox has",
            opening -> opening.has("SmtpClientAuthenticationDisabled")
                    && !isOfMailboxes(opening)
                    && !opening.hasAny(OF_MAILBOXES_ALONE)
                    && !hasMailboxSwitch(opening),
            ExchangeExports::organisation);

    /** By protocol, the mailbox switch that is on when the protocol is. */
    private static final Map<String, String> ENABLING = Map.of(
            "pop", "PopEnabled",
            "imap", "ImapEnabled",
            "ews", "EwsEnabled",
            "eas", "ActiveSyncEnabled",
            "mapi", "MAPIEnabled");

    private static final int LONGEST = 200;

    private ExchangeExports() {}

    private static boolean isOfMailboxes(Opening opening) {
        return opening.hasAny("PrimarySmtpAddress", "UserPrincipalName");
    }

    private static boolean hasMailboxSwitch(Opening opening) {
        return opening.hasAny(ENABLING.values().toArray(String[]::new));
    }

    private static Map<String, @Nullable Object> device(Row row) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("deviceId", row.line("DeviceId", LONGEST));
        item.put("account", owner(row));
        item.put("person", person(row.text("UserDisplayName")));
        item.put("model", shortened(row.text("DeviceModel", "DeviceType")));
        item.put("operatingSystem", shortened(row.text("DeviceOS")));
        item.put("clientType", row.text("ClientType"));
        item.put("easVersion", shortened(row.text("ClientVersion")));
        return item;
    }

    /** The identity begins with whose it is, {@code ADDRESS\ExchangeActiveSyncDevices\...}, unless it is a path of the directory. */
    private static @Nullable String owner(Row row) {
        var stated = row.text("UserPrincipalName", "PrimarySmtpAddress");
        var identity = stated == null ? row.text("Identity") : stated;
        var first = identity == null ? "" : identity.split("[\\\\/]")[0];
        return first.matches("[^\\s@]{1,200}@[^\\s@]{1,119}") ? first.toLowerCase(Locale.ROOT) : null;
    }

    /** Sometimes the vendor puts a path of its server there instead of the name. */
    private static @Nullable String person(@Nullable String name) {
        return name == null || name.contains("/") || name.contains("\\") ? null : shortened(name);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= 100 ? text : text.substring(0, 100);
    }

    private static Map<String, @Nullable Object> mailbox(Row row) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put(
                "account",
                row.address(row.text("PrimarySmtpAddress") == null ? "UserPrincipalName" : "PrimarySmtpAddress"));
        ENABLING.forEach((protocol, column) -> {
            if (row.has(column)) {
                item.put(protocol, row.flag(column));
            }
        });
        return switches(row, item);
    }

    /** A switch of one mailbox must not be taken for that of all. */
    private static Map<String, @Nullable Object> organisation(Row row) {
        for (var column : List.of("Name", "Identity")) {
            var name = row.text(column);
            if (name != null && !name.toLowerCase(Locale.ROOT).contains(ORGANISATION)) {
                row.flaw(
                        column,
                        "is not Transport Settings, the organisation; mailboxes need the column PrimarySmtpAddress",
                        name);
            }
        }
        return switches(row, new LinkedHashMap<>());
    }

    /** Three states: off, on, and nothing of its own, which leaves it to the organisation. */
    private static Map<String, @Nullable Object> switches(Row row, Map<String, @Nullable Object> item) {
        if (row.has("SmtpClientAuthenticationDisabled")) {
            var disabled = row.flag("SmtpClientAuthenticationDisabled");
            item.put("smtp-auth", disabled == null ? null : !disabled);
        }
        return item;
    }
}
