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
