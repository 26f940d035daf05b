package dev.cutoff.commons.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Property
    void keys_come_back_as_they_went_in(@ForAll List<String> keys) {
        assertThat(Cursor.decode("list", Cursor.encode("list", keys), keys.size()))
                .isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[null]", "[null, null]", "{}", "7", ""})
    void a_cursor_that_holds_something_else_than_keys_is_refused(String json) {
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.decode("list", cursor, 1)).isInstanceOf(Refusal.class);
    }

    @Property
    void a_cursor_of_another_list_or_made_by_hand_is_refused(@ForAll String anything) {
        assertThatThrownBy(() -> Cursor.decode("list", anything, 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_CURSOR));
        assertThatThrownBy(() -> Cursor.decode("list", Cursor.encode("other", List.of(anything)), 1))
                .isInstanceOf(Refusal.class);
    }
}
