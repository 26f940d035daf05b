package dev.cutoff.inventory.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.inventory.Api;
import dev.cutoff.inventory.InventoryTest;
import dev.cutoff.inventory.Samples;
import dev.cutoff.testing.Tokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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

    private static void send(Samples.File file) {
        var job = Api.imported(file.tenant(), file.content());

        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.path("rejected").asLong()).isZero();
    }

    private String token() {
        return Tokens.viewer(samples.tenants());
    }
}
