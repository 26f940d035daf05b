package dev.cutoff.inventory.client;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators have switched off. Of two words about one switch the one of the later day stands. */
@Singleton
public class ProtocolSwitches {

    /** Stands for the organisation in the place of an account. */
    public static final String ORGANISATION = "";

    /** Joins to a usage {@code u} of an account {@code a} the switch of its mailbox and that of the organisation. */
    public static final String OF_USAGE = """
            left join protocol_switch m on m.tenant_id = u.tenant_id and m.account = a.label and m.protocol = u.protocol
            left join protocol_switch o on o.tenant_id = u.tenant_id and o.account = '' and o.protocol = u.protocol""";

    /** The {@link BlockedBy} of a usage that {@link #OF_USAGE} is joined to. */
    public static final String BLOCKED_BY = """
            case
                when m.enabled = false and coalesce(u.last_success, '-infinity') < (m.as_of + 1)::timestamp at time zone 'UTC'
                    then 'mailbox-switch'
                when m.enabled is null and o.enabled = false
                     and coalesce(u.last_success, '-infinity') < (o.as_of + 1)::timestamp at time zone 'UTC'
                    then 'organisation-switch'
                when u.last_block > coalesce(u.last_success, '-infinity') then 'conditional-access'
            end""";

    /**
     * A switch as an export has it.
     *
     * @param account address in lower case, or {@link #ORGANISATION}
     * @param enabled null if the mailbox leaves it to the organisation
     */
    public record State(
            String account, String protocol, @Nullable Boolean enabled) {}

    private final SwitchStore store;

    ProtocolSwitches(SwitchStore store) {
        this.store = store;
    }

    /**
     * Keeps what an export says; the caller holds the tenant's lock.
     *
     * @return the accounts of which a switch is new or stands otherwise now
     */
    public Set<String> state(UUID tenant, LocalDate asOf, List<State> states) {
        return new HashSet<>(store.put(tenant, asOf, states));
    }
}
