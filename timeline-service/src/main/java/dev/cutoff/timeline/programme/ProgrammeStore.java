package dev.cutoff.timeline.programme;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.timeline.rule.Programme;
import dev.cutoff.timeline.rule.Revision;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ProgrammeStore {

    /** A programme in a list. */
    record Row(
            String id,
            String title,
            LocalDate checkedOn,
            @Nullable LocalDate lastAnnounced,
            int revisions,
            long version) {}

    private record Recorded(
            long version,
            String id,
            String title,
            LocalDate checkedOn,
            @Nullable JsonNode content,
            @Nullable Instant recordedAt) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final ObjectReader revisions;

    ProgrammeStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
        // A newer replica may have written fields that this one does not know yet.
        this.revisions = json.readerFor(Revision.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** One starting replica at a time. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('catalogue'))"));
    }

    long version() {
        return jdbi.withHandle(handle -> handle.createQuery("select version from catalogue")
                .mapTo(Long.class)
                .one());
    }

    void raiseVersion() {
        jdbi.useHandle(handle -> handle.execute("update catalogue set version = version + 1"));
    }

    /** In one statement, so that version and content are of one moment. */
    Edition read() {
        var rows = jdbi.withHandle(
                handle -> handle.createQuery("""
                select c.version, p.id, p.title, p.checked_on, r.content, r.recorded_at
                from catalogue c cross join programme p left join revision r on r.programme = p.id
                order by p.id, r.announced, r.sequence""").mapTo(Recorded.class).list());
        var programmes = new TreeMap<String, Programme>();
        var recordedAt = new HashMap<String, Instant>();
        for (var row : rows) {
            var programme = new Programme(row.id(), row.title(), row.checkedOn(), List.of());
            if (row.content() != null) {
                var revision = revision(row.content());
                recordedAt.put(RevisionView.idOf(row.id(), revision), row.recordedAt());
                programme = programme.with(revision);
            }
            programmes.merge(row.id(), programme, ProgrammeStore::joined);
        }
        return new Edition(rows.isEmpty() ? 0 : rows.getFirst().version(), programmes, recordedAt);
    }

    private static Programme joined(Programme one, Programme other) {
        var revisions = new ArrayList<>(one.revisions());
        revisions.addAll(other.revisions());
        return new Programme(one.id(), one.title(), one.checkedOn(), revisions);
    }

    private Revision revision(JsonNode content) {
        try {
            return revisions.readValue(content);
        } catch (IOException e) {
            throw new IllegalStateException("A revision in the database cannot be read", e);
        }
    }

    /** Creates the programme, or notes that it was checked later; an older file never turns that back. */
    boolean save(Programme programme) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into programme (id, title, checked_on) values (:id, :title, :checkedOn)
                on conflict (id) do update set title = excluded.title, checked_on = excluded.checked_on
                where programme.checked_on < excluded.checked_on""")
                        .bind("id", programme.id())
                        .bind("title", programme.title())
                        .bind("checkedOn", programme.checkedOn())
                        .execute()
                > 0);
    }

    void insert(String programme, Revision revision, Instant recordedAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                insert into revision (programme, announced, sequence, content, recorded_at)
                values (:programme, :announced, :sequence, :content, :recordedAt)""")
                .bind("programme", programme)
                .bind("announced", revision.announced())
                .bind("sequence", revision.sequence())
                .bindByType("content", json.<JsonNode>valueToTree(revision), JsonNode.class)
                .bind("recordedAt", recordedAt)
                .execute());
    }

    /** @param knownOn with what was announced by the end of that day */
    Page<Row> list(LocalDate knownOn, Paging paging) {
        return ListQuery.of(Row.class, """
                        p.id, p.title, p.checked_on, r.last_announced, r.revisions, c.version""", """
                        programme p cross join catalogue c cross join lateral (
                            select max(announced) filter (where announced <= :knownOn) as last_announced,
                                   (count(*) filter (where announced <= :knownOn))::integer as revisions
                            from revision where programme = p.id) r""")
                .where("cast(:knownOn as date) is not null", "knownOn", knownOn)
                .sortable("checkedOn", "p.checked_on", "date")
                .sortable("lastAnnounced", "coalesce(r.last_announced, '-infinity')", "date")
                .key("p.id", "text")
                .page(jdbi, paging);
    }
}
