package dev.cutoff.commons.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method of a resource that answers a {@code Response}: with an {@code Idempotency-Key} it runs once in 24 hours for each caller,
 * and the same request gets the same answer again. The method's whole effect must be in the transaction it is called in.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
