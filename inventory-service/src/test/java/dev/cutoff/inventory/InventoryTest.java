package dev.cutoff.inventory;

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

/** A test against the whole inventory-service, on real PostgreSQL. A file of some hundred rows is large here, and a body stalls after seconds. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@WithTestResource(
        value = ServiceUnderTest.class,
        initArgs = {
            @ResourceArg(name = "service", value = "inventory"),
            @ResourceArg(name = "cutoff.evidence.parts-from", value = "120"),
            @ResourceArg(name = "cutoff.evidence.longest-pause", value = "2S")
        })
@Contract("inventory.yaml")
public @interface InventoryTest {}
