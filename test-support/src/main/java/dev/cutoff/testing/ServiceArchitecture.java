package dev.cutoff.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The architecture rules for one service; its {@code ArchitectureTest} extends this. Plain tests and not ArchUnit's own engine,
 * which runs no rule at all with some versions of Surefire and still says success.
 */
public abstract class ServiceArchitecture {

    private static JavaClasses classes;

    private final String service;
    private final String[] pure;

    /**
     * @param service root package
     * @param pure packages of decisions below it; empty if it has none
     */
    protected ServiceArchitecture(String service, String... pure) {
        this.service = service;
        this.pure = pure;
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                ArchitectureRules.every_operation_declares_who_may_call_it(),
                ArchitectureRules.every_operation_is_described(),
                ArchitectureRules.http_stays_at_the_rim(),
                ArchitectureRules.resources_do_not_touch_the_store(),
                ArchitectureRules.stores_are_nobody_elses(),
                ArchitectureRules.transactions_belong_to_the_domain(),
                ArchitectureRules.nobody_asks_the_system_what_time_it_is(),
                ArchitectureRules.injection_goes_through_constructors(),
                ArchitectureRules.no_drawers());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_service_keeps_the_rule(ArchRule rule) {
        rule.check(classes());
    }

    @Test
    void features_do_not_go_in_circles() {
        ArchitectureRules.features_do_not_go_in_circles(service).check(classes());
    }

    @Test
    void decisions_are_pure() {
        if (pure.length > 0) {
            ArchitectureRules.decisions_are_pure(pure).check(classes());
        }
    }

    private JavaClasses classes() {
        if (classes == null) {
            classes = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(service);
        }
        return classes;
    }
}
