package dev.cutoff.notification;

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

/** A test against the whole notification-service, on real PostgreSQL, between the other two and a real mail server. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@WithTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(Surroundings.class)
@Contract("notification.yaml")
public @interface NotificationTest {}
