package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A vendor's retirement, with everything that was ever announced about it. */
public final class Programme {

    private final String id;
    private final String title;
    private final LocalDate checkedOn;
    private final List<Revision> revisions;

    /** Worked out once and not for each tenant: every outlook begins with it. */
    private final SortedSet<Line> lines;

    /**
     * @param checkedOn when somebody last compared it with what the vendor says
     * @param revisions in any order
     */
    public Programme(String id, String title, LocalDate checkedOn, List<Revision> revisions) {
        this.id = id;
        this.title = title;
        this.checkedOn = checkedOn;
        this.revisions = revisions.stream().sorted(Revision.ORDER).toList();
        this.lines = Collections.unmodifiableSortedSet(lines(this.revisions));
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public LocalDate checkedOn() {
        return checkedOn;
    }

    /** Oldest first. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** Everything that it ever spoke of to tenants of ours, in the order of its names; each part as it was described last. */
    public SortedSet<Line> lines() {
        return lines;
    }

    /** What had been announced by the end of a day, oldest first. */
    public List<Revision> announcedBy(LocalDate day) {
        var known = revisions.size();
        while (known > 0 && revisions.get(known - 1).announced().isAfter(day)) {
            known--;
        }
        return revisions.subList(0, known);
    }

    /** As it was known at the end of a day. */
    public Programme knownOn(LocalDate day) {
        return new Programme(id, title, checkedOn, announcedBy(day));
    }

    /** The revision of an id, if there is one. */
    public Optional<Revision> revision(String revision) {
        return revisions.stream().filter(one -> one.id().equals(revision)).findFirst();
    }

    /** The same with one more revision, as it would be if the vendor had announced that. */
    public Programme with(Revision revision) {
        return new Programme(
                id,
                title,
                checkedOn,
                Stream.concat(revisions.stream(), Stream.of(revision)).toList());
    }

    /** The names of those parts of a protocol that it ever spoke of. */
    public SortedSet<String> parts(Protocol protocol) {
        return lines.stream()
                .filter(line -> line.protocol() == protocol)
                .flatMap(line -> Stream.ofNullable(line.qualifier()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<Line> lines(List<Revision> revisions) {
        return revisions.reversed().stream()
                .flatMap(revision -> revision.rules().stream())
                .filter(rule -> rule.audience().speaksToUs())
                .flatMap(Rule::lines)
                // A set keeps the first of those that are the same to it.
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
