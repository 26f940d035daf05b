package dev.cutoff.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The shape of a service, as rules that say why they are there. Each has been seen red ({@code ArchitectureRulesTest}). */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    public static ArchRule every_operation_declares_who_may_call_it() {
        return methods()
                .that(are_operations())
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class)
                .allowEmptyShould(true)
                .because("access is denied by default, and a forgotten role must fail the build and not the customer");
    }

    public static ArchRule every_operation_is_described() {
        return methods()
                .that(are_operations())
                .should()
                .beAnnotatedWith(Operation.class)
                .allowEmptyShould(true)
                .because("the contract is generated from the code, and it is all that a caller gets to see");
    }

    public static ArchRule http_stays_at_the_rim() {
        return noClasses()
                .that(are_no_resources())
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.vertx.ext.web..")
                        .and(are_not_annotations()))
                .allowEmptyShould(true)
                .because(
                        "domain code answers in its own words; only resources, mappers, filters and gateways speak HTTP");
    }

    public static ArchRule resources_do_not_touch_the_store() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat(resideInAPackage("org.jdbi..")
                        .or(DescribedPredicate.describe(
                                "are stores",
                                (JavaClass type) -> type.getSimpleName().endsWith("Store"))))
                .allowEmptyShould(true)
                .because("data flows resource, domain, store: a resource parses, authorizes, delegates and answers");
    }

    public static ArchRule stores_are_nobody_elses() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .because("another feature asks the domain for a record; it never reads our tables");
    }

    public static ArchRule transactions_belong_to_the_domain() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Store")
                .should()
                .beAnnotatedWith(Transactional.class)
                .orShould(haveTransactionalMethods())
                .allowEmptyShould(true)
                .because("one use-case is one transaction, with no HTTP and no mail inside");
    }

    public static ArchRule nobody_asks_the_system_what_time_it_is() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .allowEmptyShould(true)
                .because("business time is the injected Clock, or the demo and the tests could not play 2022");
    }

    public static ArchRule injection_goes_through_constructors() {
        return fields().should()
                .notBeAnnotatedWith(Inject.class)
                .allowEmptyShould(true)
                .because("what a class needs stands in its constructor, and a test can give it");
    }

    public static ArchRule no_drawers() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .allowEmptyShould(true)
                .because("a name says the role in the story; a drawer has none");
    }

    /** @param service root package of the service */
    public static ArchRule features_do_not_go_in_circles(String service) {
        return slices().matching(service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a feature that needs its user back is one feature, or its border is in the wrong place");
    }

    /** @param pure packages of decisions, such as {@code dev.cutoff.timeline.rule} */
    public static ArchRule decisions_are_pure(String... pure) {
        return noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(concat(
                        pure,
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.net",
                        "java.text",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..",
                        "org.eclipse.microprofile.openapi.annotations.."))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .allowEmptyShould(true)
                .because("a decision depends on nothing but its arguments: no database, no HTTP, no clock");
    }

    private static String[] concat(String[] one, String... other) {
        return Stream.of(one, other).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaMethod> are_operations() {
        return DescribedPredicate.describe(
                "are operations",
                // An interface is the way to another service: it asks and does not answer.
                method -> !method.getOwner().isInterface()
                        && method.getAnnotations().stream()
                                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static DescribedPredicate<JavaClass> are_no_resources() {
        return DescribedPredicate.describe("are no resources, mappers, filters or gateways", type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            var name = outermost.getSimpleName();
            return !name.endsWith("Resource")
                    && !name.endsWith("Gateway")
                    && !name.endsWith("Api")
                    && outermost.getMethods().stream()
                            .noneMatch(method -> method.isAnnotatedWith(ServerExceptionMapper.class)
                                    || method.isAnnotatedWith(ServerRequestFilter.class)
                                    || method.isAnnotatedWith(ServerResponseFilter.class));
        });
    }

    private static DescribedPredicate<JavaClass> are_not_annotations() {
        return DescribedPredicate.describe(
                "are not annotations", type -> !type.isAnnotation() && !type.isEquivalentTo(Response.Status.class));
    }

    private static ArchCondition<JavaClass> haveTransactionalMethods() {
        return new ArchCondition<>("have transactional methods") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(Transactional.class))
                        .forEach(method -> events.add(SimpleConditionEvent.satisfied(method, method.getFullName())));
            }
        };
    }
}
