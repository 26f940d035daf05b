package dev.cutoff.notification.plan;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.notification.affected.Cutoff;
import dev.cutoff.notification.affected.Finding;
import dev.cutoff.notification.affected.Owner;
import dev.cutoff.notification.affected.Staging.StagedClient;
import dev.cutoff.notification.affected.Staging.StagedUse;
import dev.cutoff.notification.inventory.InventoryClient;
import dev.cutoff.notification.inventory.InventoryCoverage;
import dev.cutoff.notification.inventory.InventoryOwner;
import dev.cutoff.notification.inventory.InventoryUsage;
import dev.cutoff.notification.ladder.Deadline;
import dev.cutoff.notification.ladder.State;
import dev.cutoff.notification.line.Line;
import dev.cutoff.notification.line.Part;
import dev.cutoff.notification.line.Statement;
import dev.cutoff.notification.timeline.OutlookLine;
import dev.cutoff.notification.timeline.TimelineCutoff;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the other services say, in our words. */
final class Facts {

    /** A client in one of these needs no telling. */
    private static final Set<String> RESOLVED = Set.of("migrated", "verified", "retired", "excepted");

    /** Why inventory may call a client verified although nobody has said so: it is told all the same. */
    private static final String SILENCE = "silent-while-it-worked";

    private Facts() {}

    static Statement statement(OutlookLine line) {
        return new Statement(
                line(line),
                line.qualifier() == null ? null : part(line, line.qualifier()),
                line.effective(),
                cutoff(line).deadline().map(Deadline::day).orElse(null));
    }

    /** A timeline that says a part in words only is taken at its word. */
    private static Part part(OutlookLine line, String qualifier) {
        return line.part() == null ? new Part("app-id", null, List.of(qualifier)) : line.part();
    }

    private static Line line(OutlookLine line) {
        return new Line(line.programme(), line.protocol(), line.authMethod(), line.qualifier());
    }

    /** Without what is only in the outlook. */
    static Cutoff cutoff(TimelineCutoff line) {
        var window = line.cutoff();
        return new Cutoff(
                new Line(line.programme(), line.protocol(), line.authMethod(), line.qualifier()),
                state(line.state()),
                window == null ? null : window.earliest(),
                window == null ? null : window.latest(),
                window == null ? null : window.day(),
                null,
                line.decisionBy(),
                null,
                null,
                List.of());
    }

    /** A state that we do not know yet must not silence us: it is treated like one that goes on. */
    private static State state(String name) {
        return WireName.parse(State.class, name).orElse(State.WORKING);
    }

    static Cutoff cutoff(OutlookLine line) {
        var window = line.cutoff();
        var state = state(line.state());
        return new Cutoff(
                line(line),
                state,
                window == null ? null : window.earliest(),
                window == null ? null : window.latest(),
                window == null ? null : window.day(),
                state == State.SCHEDULED ? line.until() : null,
                line.decisionBy(),
                line.announced(),
                line.checkedOn(),
                line.allowedActions() == null
                        ? List.of()
                        : line.allowedActions().stream()
                                .filter(OutlookLine.Action::allowed)
                                .map(action -> new Cutoff.Action(
                                        action.action(), action.until(), action.channel(), action.effectiveUntil()))
                                .toList());
    }

    /** Each client behind the usage. */
    static Stream<StagedUse> uses(InventoryUsage usage) {
        return usage.clientIds().stream()
                .map(client -> new StagedUse(
                        client,
                        usage.protocol(),
                        usage.authMethod(),
                        Objects.requireNonNullElse(usage.qualifier(), ""),
                        Objects.requireNonNullElse(usage.account(), ""),
                        usage.lastSeen()));
    }

    static StagedClient client(InventoryClient client) {
        var owner = client.owner();
        return new StagedClient(
                client.id(),
                client.kind(),
                client.product(),
                client.name(),
                client.account(),
                person(client.accountOwnerEmail()),
                client.shared(),
                isResolved(client),
                owner == null ? null : owner.name(),
                owner == null ? null : person(owner.email()),
                owner == null ? null : owner.locale(),
                client.tags());
    }

    /** Of an owner only who is in line behind them is of interest. */
    static Stream<Owner> owner(InventoryOwner owner) {
        var deputy = owner.deputy();
        var manager = owner.manager();
        var email = person(owner.email());
        return email == null || deputy == null && manager == null
                ? Stream.of()
                : Stream.of(new Owner(
                        email,
                        deputy == null ? null : person(deputy.email()),
                        deputy == null ? null : deputy.locale(),
                        manager == null ? null : person(manager.email()),
                        manager == null ? null : manager.locale()));
    }

    static Stream<Finding> findings(InventoryCoverage coverage) {
        var quiet = coverage.sources().stream()
                .filter(InventoryCoverage.Source::quiet)
                .map(source -> new Finding(
                        coverage.protocol(), Finding.Kind.QUIET, source.source(), source.lastDay(), null, null));
        var stale = coverage.sources().stream()
                .filter(source -> coverage.stale() && source.mayBeStale())
                .map(source -> new Finding(
                        coverage.protocol(), Finding.Kind.STALE, source.source(), source.lastDay(), null, null));
        var gap = coverage.gap() != null && coverage.gap() > 0
                ? Stream.of(
                        new Finding(coverage.protocol(), Finding.Kind.GAP, "", null, coverage.month(), coverage.gap()))
                : Stream.<Finding>of();
        return Stream.of(quiet, stale, gap).flatMap(found -> found);
    }

    private static boolean isResolved(InventoryClient client) {
        return RESOLVED.contains(client.status()) && !SILENCE.equals(client.migrationReason());
    }

    /** A person is a mail address, whatever its case. */
    static @Nullable String person(@Nullable String address) {
        return address == null || address.isBlank() ? null : address.strip().toLowerCase(Locale.ROOT);
    }
}
