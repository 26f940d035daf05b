package dev.cutoff.commons.precondition;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void a_change_of_the_version_at_hand_goes_through(String ifMatch) {
        assertThatCode(() -> Versioned.require(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\"", "nonsense"})
    void a_change_of_another_version_is_stale(String ifMatch) {
        assertThatThrownBy(() -> Versioned.require(ifMatch, 7)).satisfies(isA(ProblemType.STALE_VERSION));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void a_change_without_a_version_is_told_to_name_one(String ifMatch) {
        assertThatThrownBy(() -> Versioned.require(ifMatch, 7)).satisfies(isA(ProblemType.VERSION_REQUIRED));
    }

    @Test
    void the_refusal_names_the_version_to_read() {
        assertThatThrownBy(() -> Versioned.require(null, 7)).hasMessageContaining("If-Match: \"7\"");
    }

    private static org.assertj.core.api.ThrowingConsumer<Throwable> isA(ProblemType type) {
        return failure -> Assertions.assertThat(((Refusal) failure).type()).isEqualTo(type);
    }
}
