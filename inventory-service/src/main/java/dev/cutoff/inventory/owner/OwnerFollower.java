package dev.cutoff.inventory.owner;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works out what a change of owners means for the rest; called in the transaction that makes it, with the tenant's lock held. */
public interface OwnerFollower {

    /** Something that is shown wherever these owners are shown has changed. */
    void ownersChanged(UUID tenant, Collection<UUID> owners, @Nullable String reason);

    /** These rules name another owner than before, are new or gone. */
    void rulesChanged(UUID tenant, Collection<OwnerRuleKey> rules, @Nullable String reason);
}
