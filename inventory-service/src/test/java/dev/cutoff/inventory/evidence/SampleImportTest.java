package dev.cutoff.inventory.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.Samples;
import dev.cutoff.testing.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The usages that the API shows are exactly those that somebody else has counted in the same files. */
@InventoryTest
class SampleImportTest {

    static final List<String> MONTHS = Samples.MONTHS;

    private Samples samples;

    @BeforeEach
    void makeTenants() {
        samples = new Samples();
    }

    @ParameterizedTest
    @FieldSource("MONTHS")
    void a_month_alone_adds_up_to_its_truth(String month) {
        samples.signIns(month).forEach(SampleImportTest::send);

        assertThat(Samples.shown(token())).isEqualTo(samples.truth(List.of(month)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void all_months_add_up_in_any_order_and_any_number_of_times(long seed) {
        var files = shuffled(seed);

        files.forEach(SampleImportTest::send);

        assertThat(Samples.shown(token())).isEqualTo(samples.truth(MONTHS));
    }

    @ParameterizedTest
    @ValueSource(longs = {4})
    void all_months_add_up_when_they_are_sent_at_once(long seed) {
        var files = shuffled(seed);

        files.parallelStream().forEach(SampleImportTest::send);

        assertThat(Samples.shown(token())).isEqualTo(samples.truth(MONTHS));
    }

    @Test
    void months_that_follow_each_other_add_up_as_they_come() {
        for (var i = 0; i < MONTHS.size(); i++) {
            samples.signIns(MONTHS.get(i)).forEach(SampleImportTest::send);

            assertThat(Samples.shown(token())).isEqualTo(samples.truth(MONTHS.subList(0, i + 1)));
        }
    }

    @Test
    void rows_are_accepted_known_ignored_or_rejected() {
        var pages = samples.signIns("2022-08").stream()
                .filter(file -> file.name().startsWith("contoso"))
                .toList();

        var first = Api.imported(pages.get(0).tenant(), pages.get(0).content());
        var second = Api.imported(pages.get(1).tenant(), pages.get(1).content());
        var again = Api.imported(pages.get(1).tenant(), pages.get(1).content());

        // The pages overlap by ten sign-ins; each has one of a guest.
        assertThat(counts(first)).containsExactly(84, 83, 0, 1, 0);
        assertThat(counts(second)).containsExactly(94, 83, 10, 1, 0);
        assertThat(counts(again)).containsExactly(94, 0, 93, 1, 0);
    }

    private static List<Integer> counts(com.fasterxml.jackson.databind.JsonNode job) {
        return Stream.of("rows", "accepted", "known", "ignored", "rejected")
                .map(name -> job.path(name).asInt())
                .toList();
    }

    /** Every file of every month, a third of them twice. */
    private List<Samples.File> shuffled(long seed) {
        var random = new Random(seed);
        var files = new ArrayList<Samples.File>();
        MONTHS.forEach(month -> files.addAll(samples.signIns(month)));
        Collections.shuffle(files, random);
        files.addAll(files.subList(0, files.size() / 3));
        Collections.shuffle(files, random);
        return files;
    }

    private static void send(Samples.File file) {
        var job = Api.imported(file.tenant(), file.content());

        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.path("rejected").asLong()).isZero();
    }

    private String token() {
        return Tokens.viewer(samples.tenants());
    }
}
