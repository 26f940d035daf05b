package dev.cutoff.inventory.evidence.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usage reports of the vendor's admin centres: sums by account or app, of a span of days that most of them do not name. */
final class Reports {

    static final ListFormat SMTP_AUTH_CLIENTS = new Table(
            FormatName.SMTP_AUTH_CLIENTS,
            "SMTP AUTH clients report: CSV with the columns Sender address, Messages sent and optionally Domain, TLS 1.0, TLS 1.1,"
                    + " TLS 1.2, Authentication Protocol",
            opening -> opening.has("Sender address", "Messages sent"),
            Reports::sender);

    static final ListFormat EWS_WEEKLY_USAGE = new Table(
            FormatName.EWS_WEEKLY_USAGE,
            "EWS weekly usage: CSV with the columns AppId (or Application ID), SOAP Action, Call Volume, Last Activity date (UTC)",
            opening -> opening.hasAny("AppId", "Application ID") && opening.has("Call Volume"),
            Reports::app);

    /** With a blank before it in many countries, one that does not break the line. */
    private static final String PERCENT = "[ \u00a0\u202f]?%?";

    private Reports() {}

    private static Map<String, @Nullable Object> sender(Row row) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put("account", row.address("Sender address"));
        item.put("protocol", "smtp-auth");
        item.put("authMethod", authMethod(row.text("Authentication Protocol")));
        item.put("count", row.count("Messages sent"));
        item.put("detail", oldTls(row));
        return item;
    }

    /** Basic Authentication and Modern Authentication, or Basic and OAuth; a report of before October 2024 does not say. */
    private static String authMethod(@Nullable String words) {
        var lower = words == null ? "" : words.toLowerCase(Locale.ROOT);
        if (lower.contains("basic")) {
            return "basic";
        }
        return lower.contains("modern") || lower.contains("oauth") ? "modern" : "unknown";
    }

    /** The shares of the versions that are retired as well; empty where there are none. */
    private static String oldTls(Row row) {
        var old = new StringBuilder();
        for (var version : new String[] {"TLS 1.0", "TLS 1.1"}) {
            var share = row.text(version, version + " (%)");
            if (share != null && !share.matches("\\d{1,3}([.,]\\d+)?" + PERCENT)) {
                row.flaw(version, "is no percentage", share);
            } else if (share != null && !share.matches("0+([.,]0+)?" + PERCENT)) {
                old.append(old.isEmpty() ? "" : ", ")
                        .append(version)
                        .append(' ')
                        .append(share.replaceFirst(PERCENT + "$", ""))
                        .append(" %");
            }
        }
        return old.toString();
    }

    /** Whoever calls with an app id of the directory has a token: what the report counts is never Basic. */
    private static Map<String, @Nullable Object> app(Row row) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        var app = row.guid(row.has("AppId") ? "AppId" : "Application ID");
        item.put("app", String.valueOf(app));
        item.put("account", String.valueOf(app));
        item.put("protocol", "ews");
        item.put("authMethod", "modern");
        item.put("count", row.count("Call Volume"));
        item.put("detail", row.text("SOAP Action") == null ? "" : row.line("SOAP Action", 200));
        var lastActivity = row.has("Last Activity date") ? "Last Activity date" : "Last Activity date (UTC)";
        if (row.text(lastActivity) != null) {
            item.put("lastActivity", String.valueOf(row.day(lastActivity)));
        }
        return item;
    }
}
