package dev.cutoff.timeline;

import dev.cutoff.testing.Contract;
import dev.cutoff.testing.ServiceUnderTest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the whole timeline-service, on real PostgreSQL, with a stub that keeps inventory's promises. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "timeline"))
@WithTestResource(InventoryStub.class)
@Contract("timeline.yaml")
public @interface TimelineTest {}
