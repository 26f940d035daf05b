package dev.cutoff.timeline.calendar;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import dev.cutoff.timeline.exemption.FactsOnFile;
import dev.cutoff.timeline.programme.Catalogue;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.tenant.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The calendars: computed when somebody looks, like every answer; only the sequence of each event is kept. */
@Singleton
class Calendars {

    /** A calendar of more is no help to a person, and no calendar programme reads it gladly. */
    static final int MOST_TENANTS = 200;

    private final Catalogue catalogue;
    private final FactsOnFile onFile;
    private final CalendarEventStore events;
    private final Clock clock;

    Calendars(Catalogue catalogue, FactsOnFile onFile, CalendarEventStore events, Clock clock) {
        this.catalogue = catalogue;
        this.onFile = onFile;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal 400 if the choice names a programme that there is none of */
    void validate(CalendarChoice choice) {
        var edition = catalogue.current();
        choice.programmes().forEach(edition::asked);
    }

    /**
     * The calendar of some tenants that may be seen, as iCalendar text.
     *
     * @throws Refusal 400 if there are too many
     */
    String of(String name, Collection<Tenant> tenants, CalendarChoice choice) {
        if (tenants.size() > MOST_TENANTS) {
            throw new Refusal(
                    ProblemType.NARROW_THE_FILTER,
                    "A calendar holds up to %d tenants, and these are %d: name some of them"
                            .formatted(MOST_TENANTS, tenants.size()));
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            var happenings = happenings(tenants, choice);
            return IcsText.of(name, happenings, numbered(tenants, happenings));
        });
    }

    private List<Happening> happenings(Collection<Tenant> tenants, CalendarChoice choice) {
        var edition = catalogue.current();
        var facts = onFile.of(tenants.stream().map(Tenant::tenantId).toList());
        return tenants.stream()
                .flatMap(tenant -> happenings(tenant, edition, facts, choice))
                .toList();
    }

    private Stream<Happening> happenings(
            Tenant tenant, Edition edition, FactsOnFile.Loaded facts, CalendarChoice choice) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return edition.programmes().stream()
                .filter(programme -> choice.hasProgramme(programme.id()))
                .map(programme ->
                        new Belief(programme, tenant.attributes(), facts.of(tenant.tenantId(), programme.id()), now))
                .flatMap(belief -> new Happenings(tenant, belief).of(choice, today).stream());
    }

    private Map<String, CalendarEvent> numbered(Collection<Tenant> tenants, List<Happening> happenings) {
        var ids = tenants.stream().map(Tenant::tenantId).toList();
        var known = events.ofTenants(ids);
        var moved = happenings.stream()
                .filter(happening -> !known.containsKey(happening.uid())
                        || !known.get(happening.uid()).isOn(happening))
                .toList();
        if (moved.isEmpty()) {
            return known;
        }
        events.move(moved, clock.instant());
        return events.ofTenants(ids);
    }
}
