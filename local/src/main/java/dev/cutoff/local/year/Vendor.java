package dev.cutoff.local.year;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the vendor says, and what tenants do about it. */
final class Vendor {

    private final Office office;
    private final Cast cast;

    Vendor(Office office, Cast cast) {
        this.office = office;
        this.cast = cast;
    }

    /** @return whether anything happened on that day */
    boolean act(LocalDate day) {
        if (day.equals(Script.CANCELLED)) {
            announce(day, "One cloud is excepted", "2026-12-01", "2026-12-31");
        }
        if (day.equals(Script.MOVED)) {
            announce(day, "From December to March", "2027-03-01", "2027-03-31");
        }
        var acting = cast.tenants().stream()
                .filter(tenant -> Script.turns(tenant.fate()).anyMatch(day::equals))
                .toList();
        acting.forEach(tenant -> act(tenant, day));
        return !acting.isEmpty() || day.equals(Script.CANCELLED);
    }

    private void act(Cast.Tenant tenant, LocalDate day) {
        switch (tenant.fate()) {
            case Fate.Unnamed ignored -> {}
            case Fate.Cancelled ignored -> {}
            case Fate.Blocked(var on) -> {
                if (day.equals(on)) {
                    block(tenant);
                }
            }
            case Fate.Named(var told, var named) -> {
                if (day.equals(told)) {
                    say(tenant, "scheduled", named);
                }
            }
            case Fate.Postponed(var told, var named, var toldAgain, var later) -> {
                if (day.equals(told)) {
                    say(tenant, "scheduled", named);
                }
                if (day.equals(toldAgain)) {
                    say(tenant, "postponed", later);
                }
            }
        }
    }

    private void say(Cast.Tenant tenant, String kind, LocalDate day) {
        office.post(
                Service.TIMELINE,
                "/v1/tenants/" + tenant.id() + "/vendor-notices",
                Map.of(
                        "programme",
                        Office.PROGRAMME,
                        "protocols",
                        List.of(Office.PROTOCOL),
                        "kind",
                        kind,
                        "day",
                        day.toString(),
                        "message",
                        "MC-YEAR-" + tenant.number()));
    }

    private void block(Cast.Tenant tenant) {
        office.post(
                Service.TIMELINE,
                "/v1/tenants/" + tenant.id() + "/exemptions",
                Map.of(
                        "programme",
                        Office.PROGRAMME,
                        "protocols",
                        List.of(Office.PROTOCOL),
                        "kind",
                        "self-block",
                        "reason",
                        "Nothing of ours needs it any more"));
    }

    private void announce(LocalDate day, String summary, String from, String to) {
        var phases = List.of(
                Map.of("kind", "disabled-by-default", "from", from, "to", to, "precision", "month"),
                Map.of("kind", "permanent-off", "precision", "tba"));
        office.post(
                Service.TIMELINE,
                "/v1/programmes/" + Office.PROGRAMME + "/revisions",
                Map.of(
                        "announced",
                        day.toString(),
                        "source",
                        Map.of("message", "MC786329", "title", summary, "confidence", "verified"),
                        "summary",
                        summary + ".",
                        "rules",
                        List.of(
                                Map.of(
                                        "id",
                                        "others",
                                        "protocols",
                                        List.of(Office.PROTOCOL),
                                        "auth",
                                        "basic",
                                        "audience",
                                        Map.of("clouds", List.of("worldwide")),
                                        "phases",
                                        phases),
                                Map.of(
                                        "id",
                                        "excepted",
                                        "protocols",
                                        List.of(Office.PROTOCOL),
                                        "auth",
                                        "basic",
                                        "audience",
                                        Map.of("clouds", List.of("gcc")),
                                        "affected",
                                        false,
                                        "note",
                                        "It stays"))));
    }
}
