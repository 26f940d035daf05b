package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the story comes to, with ids that the services still know.
 *
 * @param tenants their ids by name
 * @param clients how many there are
 * @param owners how many there are
 * @param notices by status
 * @param mails how many were sent
 * @param people how many were mailed
 * @param refusals what was asked for and not allowed, with the problem's type
 * @param notReady who still used Basic in the week before the switch-off
 * @param answers what owners said
 */
public record Summary(
        Map<String, String> tenants,
        int clients,
        int owners,
        Map<String, Long> notices,
        int mails,
        long people,
        List<String> noticeIds,
        List<String> imports,
        List<String> exemptions,
        List<String> vendorNotices,
        List<Map<String, Object>> refusals,
        List<Map<String, Object>> notReady,
        Answers answers) {

    static Summary of(Sample sample, Desk desk, Mails mails, Ledger ledger) {
        var notices = mails.notices("");
        var sent = notices.stream()
                .filter(notice -> notice.path("status").asString().equals("sent"))
                .toList();
        return new Summary(
                sample.tenants().stream()
                        .collect(Collectors.toMap(
                                Sample.Tenant::name, tenant -> tenant.id().toString())),
                desk.all(desk.administrator(), Service.INVENTORY, "/v1/clients").size(),
                desk.all(desk.administrator(), Service.INVENTORY, "/v1/owners").size(),
                notices.stream()
                        .collect(Collectors.groupingBy(
                                notice -> notice.path("status").asString(), Collectors.counting())),
                sent.size(),
                sent.stream()
                        .map(notice -> notice.path("recipient").asString())
                        .distinct()
                        .count(),
                sent.stream().map(notice -> notice.path("id").asString()).toList(),
                ledger.imports(),
                ledger.exemptions(),
                ledger.vendorNotices(),
                ledger.refusals(),
                ledger.notReady(),
                Answers.of(desk, sent));
    }

    /** For a person: a table of counts. */
    public void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n  %d tenants, %d clients, %d owners%n  %d mails to %d people (notices: %s)%n"
                        + "  %s%n"
                        + "  %d exemptions on file, %d requests refused, %d usages not ready on the day%n",
                tenants.size(),
                clients,
                owners,
                mails,
                people,
                notices.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(status -> status.getKey() + " " + status.getValue())
                        .collect(Collectors.joining(", ")),
                answers.words(),
                exemptions.size(),
                refusals.size(),
                notReady.size());
    }

    /** For a program. */
    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
