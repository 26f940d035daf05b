package dev.cutoff.timeline.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.ServiceUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/catalogue.md} accounts for every fact, and for every revision. */
class FactRowsTest {

    private static final Pattern REVISION = Pattern.compile("`([a-z0-9-]+@\\d{4}-\\d{2}-\\d{2})`");

    private final List<String> rows = rows();

    @Test
    void each_fact_is_told_by_a_revision_or_left_out_with_a_reason() {
        assertThat(rows)
                .hasSizeGreaterThan(60)
                .allSatisfy(row -> assertThat(REVISION.matcher(row).find() || row.matches(".*\\| Left out: .{10,} \\|"))
                        .as(row)
                        .isTrue());
    }

    @Test
    void each_revision_is_named_and_none_that_does_not_exist() {
        var named = rows.stream()
                .flatMap(row -> REVISION.matcher(row).results().map(match -> match.group(1)))
                .distinct()
                .sorted()
                .toList();

        assertThat(named)
                .isEqualTo(CatalogueInTests.programmes().stream()
                        .flatMap(programme -> programme.revisions().stream()
                                .map(revision -> RevisionView.idOf(programme.id(), revision)))
                        .sorted()
                        .toList());
    }

    /** Of all tables but the one of decisions. */
    private static List<String> rows() {
        try {
            var text = Files.readString(ServiceUnderTest.repository().resolve("docs/catalogue.md"));
            return text.substring(0, text.indexOf("## Where the sources contradict"))
                    .lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| fact |"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
