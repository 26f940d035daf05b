package dev.cutoff.timeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.commons.json.WireName;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Protocol.class,
                AuthMethod.class,
                Cloud.class,
                Precision.class,
                Confidence.class,
                Channel.class,
                PhaseKind.class,
                ExemptionKind.class,
                VendorNoticeKind.class,
                State.class,
                Basis.class,
                ExemptionStatus.class,
                Order.class
            })
    void a_constant_is_called_in_words_as_it_is_on_the_wire(Class<? extends Enum<?>> type) {
        for (var constant : type.getEnumConstants()) {
            assertThat(Words.of(constant)).isEqualTo(WireName.of(constant));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Protocol.class, AuthMethod.class})
    void what_lists_are_ordered_by_is_declared_in_the_order_of_the_names(Class<? extends Enum<?>> type) {
        assertThat(Arrays.stream(type.getEnumConstants()).map(Words::of)).isSorted();
    }
}
