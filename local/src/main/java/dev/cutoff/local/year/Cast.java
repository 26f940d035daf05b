package dev.cutoff.local.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Who plays in the year. The same size and seed cast the same. */
record Cast(List<Tenant> tenants, List<Owner> owners, List<Client> clients) {

    /** @param released day on which mail about it may leave */
    record Tenant(int number, UUID id, LocalDate released, Fate fate) {

        String domain() {
            return "tenant%d.example".formatted(number);
        }

        String contact() {
            return "contact@" + domain();
        }

        String decider() {
            return "decider@" + domain();
        }
    }

    /** @param clients their numbers, in one tenant or two */
    record Owner(int number, String address, Habit habit, List<Integer> clients) {}

    record Client(int number, Tenant tenant, int owner) {

        /** In a mail it is found by this, whatever stands around it. */
        String name() {
            return "Device-%06d".formatted(number);
        }

        String account() {
            return "device%06d@%s".formatted(number, tenant.domain());
        }
    }

    private static final LocalDate RELEASED = LocalDate.of(2026, 6, 1);
    /** By then two rungs are due. */
    private static final LocalDate RELEASED_LATE = LocalDate.of(2026, 10, 12);
    /** One owner of so many has clients in a second tenant. */
    private static final int OWNERS_WITH_TWO_TENANTS = 10;
    /** Above 1: some owners have many more clients than others. */
    private static final double SKEW = 1.3;

    static Cast of(Size size) {
        var random = new Random(size.seed());
        var tenants = IntStream.range(0, size.tenants())
                .mapToObj(number -> tenant(number, random))
                .toList();
        var clients = new ArrayList<Client>();
        var theirs = IntStream.range(0, size.owners())
                .mapToObj(owner -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (var number = 0; number < size.clients(); number++) {
            // Everybody has one; the rest is spread unevenly.
            var owner = number < size.owners() ? number : (int) (size.owners() * Math.pow(random.nextDouble(), SKEW));
            clients.add(new Client(number, tenants.get(tenantOf(owner, number, size.tenants())), owner));
            theirs.get(owner).add(number);
        }
        var owners = IntStream.range(0, size.owners())
                .mapToObj(number -> new Owner(
                        number,
                        "owner%d@%s"
                                .formatted(
                                        number,
                                        tenants.get(number % size.tenants()).domain()),
                        Habit.at(random.nextInt(100)),
                        List.copyOf(theirs.get(number))))
                .toList();
        return new Cast(tenants, owners, List.copyOf(clients));
    }

    private static int tenantOf(int owner, int client, int tenants) {
        var isAway = owner % OWNERS_WITH_TWO_TENANTS == 0 && client % 2 == 1;
        return (owner + (isAway ? 1 : 0)) % tenants;
    }

    private static Tenant tenant(int number, Random random) {
        var id = UUID.nameUUIDFromBytes(("year" + number).getBytes());
        var released = number % 10 == 9 ? RELEASED_LATE : RELEASED;
        return new Tenant(number, id, released, fate(number, random));
    }

    /** Each of them is there from ten tenants on. */
    private static Fate fate(int number, Random random) {
        var day = WorkingDays.until(LocalDate.of(2027, 3, 8).plusDays(random.nextInt(24)));
        var told = day.minusDays(7L + random.nextInt(8));
        return switch (number % 10) {
            case 0 -> new Fate.Cancelled();
            case 1 -> new Fate.Blocked(LocalDate.of(2027, 1, 11));
            case 2, 3, 9 -> new Fate.Unnamed();
            case 4, 5 ->
                new Fate.Postponed(
                        told, day, day.minusDays(4), WorkingDays.until(day.plusDays(14L + random.nextInt(8))));
            default -> new Fate.Named(told, day);
        };
    }

    Owner ownerOf(Client client) {
        return owners.get(client.owner());
    }
}
