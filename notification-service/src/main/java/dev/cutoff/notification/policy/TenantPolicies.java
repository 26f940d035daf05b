package dev.cutoff.notification.policy;

import dev.cutoff.notification.ladder.Policy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What holds for one tenant, by programme. */
public final class TenantPolicies {

    private final Function<String, EffectivePolicy> find;
    private final Map<String, EffectivePolicy> found = new HashMap<>();
    private final Map<String, Policy> ladders = new HashMap<>();

    /** @param find what holds for a programme; for the empty one, for the tenant */
    TenantPolicies(Function<String, EffectivePolicy> find) {
        this.find = find;
    }

    public EffectivePolicy of(String programme) {
        return found.computeIfAbsent(programme, find);
    }

    /** The same as the ladder needs it. */
    public Policy ladder(String programme) {
        return ladders.computeIfAbsent(programme, key -> of(key).ladder());
    }

    /** Where no programme is concerned. */
    public EffectivePolicy ofTenant() {
        return of("");
    }
}
