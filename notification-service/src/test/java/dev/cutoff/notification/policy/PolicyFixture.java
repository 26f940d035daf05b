package dev.cutoff.notification.policy;

import java.time.ZoneId;

/** Policies as tests of other packages need them. */
public final class PolicyFixture {

    private PolicyFixture() {}

    public static EffectivePolicy telling(Recipients recipients, ZoneId timeZone, String locale) {
        var settings =
                new PolicySettings(null, null, null, null, timeZone, locale, recipients, null, null, null, null, null);
        return EffectivePolicy.of(settings.over(PolicySettings.DEFAULT));
    }

    public static TenantPolicies always(EffectivePolicy policy) {
        return new TenantPolicies(programme -> policy);
    }
}
