package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.inventory.client.ProtocolSwitches;
import dev.cutoff.inventory.evidence.format.FormatName;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Merges what Exchange's PowerShell says of switches, of mailboxes and of the organisation. */
@Singleton
class SwitchMerge extends ItemMerge {

    private final ProtocolSwitches switches;

    SwitchMerge(JobStore store, ReportCoverage coverage, ProtocolSwitches switches, ObjectMapper json) {
        super(store, coverage, json, FormatName.CAS_MAILBOXES, FormatName.TRANSPORT_CONFIG);
        this.switches = switches;
    }

    @Override
    Counts merge(Job job, List<Item> items) {
        var states = items.stream().flatMap(item -> states(item.tree())).toList();
        var changed = switches.state(job.tenantId(), job.asOf(), states);
        var accepted = items.stream()
                .filter(item -> changed.contains(account(item.tree())))
                .count();
        return new Counts(accepted, items.size() - accepted, 0);
    }

    private static String account(JsonNode item) {
        return item.path("account").asText(ProtocolSwitches.ORGANISATION);
    }

    /** Every field but the account is a protocol. */
    private static Stream<ProtocolSwitches.State> states(JsonNode item) {
        return item.properties().stream()
                .filter(field -> !field.getKey().equals("account"))
                .map(field -> new ProtocolSwitches.State(
                        account(item),
                        field.getKey(),
                        field.getValue().isNull() ? null : field.getValue().asBoolean()));
    }
}
