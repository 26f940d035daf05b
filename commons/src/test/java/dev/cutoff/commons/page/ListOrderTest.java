package dev.cutoff.commons.page;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.commons.problem.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListOrderTest {

    private static final ListOrder.Key NAME = new ListOrder.Key("name", "name", "text", false);

    @Test
    void a_field_that_cannot_be_sorted_by_is_answered_with_those_that_can() {
        assertThatThrownBy(() -> ListOrder.of("colour", Map.of("name", NAME), List.of(NAME)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sort must name some of name");
    }

    @Test
    void a_list_of_one_order_says_so() {
        assertThatThrownBy(() -> ListOrder.of("name", Map.of(), List.of(NAME)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sort must be left out: this list has one order");
    }
}
