package dev.cutoff.timeline.exemption;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a method of a resource: what the ledger refused in it is written to the audit trail once its transaction is over. */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface RefusalsAudited {

    /** Outside the transaction of an Idempotency-Key, inside the check of roles. */
    @Interceptor
    @RefusalsAudited
    @Priority(Interceptor.Priority.LIBRARY_BEFORE + 50)
    class Writer {

        private final RefusedRequests refused;

        Writer(RefusedRequests refused) {
            this.refused = refused;
        }

        @AroundInvoke
        Object afterwards(InvocationContext invocation) throws Exception {
            try {
                return invocation.proceed();
            } finally {
                refused.write();
            }
        }
    }
}
