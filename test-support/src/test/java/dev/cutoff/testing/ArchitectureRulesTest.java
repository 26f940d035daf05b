package dev.cutoff.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule turns red on a class that breaks it: a rule that never fails guards nothing. */
class ArchitectureRulesTest {

    private static final String BAD = "dev.cutoff.testing.bad";

    static Stream<Arguments> rules_and_what_breaks_them() {
        return Stream.of(
                Arguments.of(ArchitectureRules.every_operation_declares_who_may_call_it(), "role"),
                Arguments.of(ArchitectureRules.every_operation_is_described(), "role"),
                Arguments.of(ArchitectureRules.http_stays_at_the_rim(), "http"),
                Arguments.of(ArchitectureRules.resources_do_not_touch_the_store(), "store"),
                Arguments.of(ArchitectureRules.stores_are_nobody_elses(), "store"),
                Arguments.of(ArchitectureRules.transactions_belong_to_the_domain(), "transaction"),
                Arguments.of(ArchitectureRules.nobody_asks_the_system_what_time_it_is(), "time"),
                Arguments.of(ArchitectureRules.injection_goes_through_constructors(), "injection"),
                Arguments.of(ArchitectureRules.no_drawers(), "drawer"),
                Arguments.of(ArchitectureRules.features_do_not_go_in_circles(BAD + ".circle"), "circle"),
                Arguments.of(ArchitectureRules.decisions_are_pure(BAD + ".pure"), "pure"));
    }

    @ParameterizedTest
    @MethodSource("rules_and_what_breaks_them")
    void the_rule_turns_red(ArchRule rule, String offenders) {
        var classes = new ClassFileImporter().importPackages(BAD + "." + offenders);

        assertThatThrownBy(() -> rule.check(classes)).isInstanceOf(AssertionError.class);
    }
}
