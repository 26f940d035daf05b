package dev.cutoff.commons.http;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts a service. The framework answers an address that is no URI itself, 400 without a body, and can be kept from it by this system
 * property alone, which it reads when it is loaded; then {@link ReadableRequest} answers.
 */
@QuarkusMain
public final class Launch {

    private Launch() {}

    public static void main(String... arguments) {
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
