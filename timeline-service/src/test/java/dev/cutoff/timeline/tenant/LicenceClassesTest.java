package dev.cutoff.timeline.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.timeline.programme.CatalogueInTests;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tenants have bought, as the rules speak of it. */
class LicenceClassesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "EXCHANGEDESKLESS, kiosk",
        "Exchange Online Kiosk, kiosk",
        "M365_F1, f1",
        "SPE_F1, f3",
        "Microsoft 365  f3, f3",
        "contoso:DESKLESSPACK, f3",
        "Office 365 F3, f3",
        "ENTERPRISEPACK, e3",
        "Exchange Online (Plan 2), exchange-plan-2",
        "flow_free, no-mailbox"
    })
    void a_product_is_known_by_its_part_number_or_its_name_in_any_case(String product, String licenceClass) {
        var licences = LicenceClasses.of(List.of(product));

        assertThat(licences.classes()).containsExactly(licenceClass);
        assertThat(licences.isComplete()).isTrue();
    }

    @Test
    void what_is_in_no_table_leaves_it_open() {
        var licences = LicenceClasses.of(List.of("SPE_E5", "SOMETHING_NEW"));

        assertThat(licences.classes()).containsExactly("e5");
        assertThat(licences.isComplete()).isFalse();
        assertThat(LicenceClasses.of(List.of()).isComplete()).isTrue();
    }

    /** A class that a rule misspells would be nobody's. */
    @Test
    void each_class_that_the_catalogue_names_is_in_the_table() {
        var named = CatalogueInTests.programmes().stream()
                .flatMap(programme -> programme.revisions().stream())
                .flatMap(revision -> revision.rules().stream())
                .flatMap(rule -> rule.audience().licences().stream())
                .distinct()
                .toList();

        assertThat(named).isNotEmpty();
        assertThat(Set.copyOf(named)).isSubsetOf(classes());
    }

    private static List<String> classes() {
        return Arrays.asList("EXCHANGEDESKLESS", "M365_F1", "SPE_F1", "ENTERPRISEPACK", "SPE_E5").stream()
                .flatMap(product -> LicenceClasses.of(List.of(product)).classes().stream())
                .toList();
    }
}
