package dev.cutoff.timeline.exemption;

import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.ExemptionKind;
import dev.cutoff.timeline.rule.Facts;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNotice;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of some tenants as it would be if what is being planned were written: an item of many is judged with those before it. Their
 * tenants are locked meanwhile.
 */
final class LedgerDraft {

    private record Book(UUID tenantId, String programme) {}

    private final Edition edition;
    private final Map<UUID, Map<String, List<VendorNotice>>> notices;
    private final Map<UUID, LedgerEntry> before;
    private final Map<Book, Map<UUID, LedgerEntry>> books = new HashMap<>();

    LedgerDraft(Edition edition, Map<UUID, Map<String, List<VendorNotice>>> notices, Collection<LedgerEntry> entries) {
        this.edition = edition;
        this.notices = notices;
        this.before = entries.stream().collect(Collectors.toMap(LedgerEntry::id, entry -> entry));
        entries.forEach(this::put);
    }

    void put(LedgerEntry entry) {
        books.computeIfAbsent(new Book(entry.tenantId(), entry.programme()), book -> new LinkedHashMap<>())
                .put(entry.id(), entry);
    }

    /** The catalogue by which is judged. */
    Edition edition() {
        return edition;
    }

    /** A programme that exists, because what names it was validated. */
    Programme programme(String id) {
        return edition.named(id, "/programme");
    }

    Facts facts(UUID tenantId, String programme) {
        return new Facts(
                notices.getOrDefault(tenantId, Map.of()).getOrDefault(programme, List.of()),
                entries(tenantId, programme).map(LedgerEntry::fact).toList());
    }

    /** The entry that somebody tells of again. */
    Optional<LedgerEntry> find(LedgerEntry.Key key) {
        return entries(key.tenantId(), key.programme())
                .filter(entry -> entry.key().equals(key))
                .max(Comparator.comparing(LedgerEntry::recordedAt));
    }

    /** The latest entry of a kind that was not taken back: what somebody means who does not say when it was asked for. */
    Optional<LedgerEntry> latest(
            UUID tenantId, String programme, Protocol protocol, @Nullable String qualifier, ExemptionKind kind) {
        return entries(tenantId, programme)
                .filter(entry -> entry.protocol() == protocol && Objects.equals(entry.qualifier(), qualifier))
                .filter(entry -> entry.kind() == kind && entry.revokedAt() == null)
                .max(Comparator.comparing(LedgerEntry::requestedAt).thenComparing(LedgerEntry::recordedAt));
    }

    /** The same without one entry, to judge whether that could be entered. */
    LedgerDraft without(LedgerEntry entry) {
        return new LedgerDraft(
                edition,
                notices,
                books.values().stream()
                        .flatMap(book -> book.values().stream())
                        .filter(other -> !other.id().equals(entry.id()))
                        .toList());
    }

    /** What would be written. */
    List<LedgerEntry> changed() {
        return books.values().stream()
                .flatMap(book -> book.values().stream())
                .filter(entry -> entry != before.get(entry.id()))
                .toList();
    }

    Optional<LedgerEntry> before(LedgerEntry entry) {
        return Optional.ofNullable(before.get(entry.id()));
    }

    private Stream<LedgerEntry> entries(UUID tenantId, String programme) {
        return books.getOrDefault(new Book(tenantId, programme), Map.of()).values().stream();
    }
}
