package dev.cutoff.testing.bad.http;

import jakarta.ws.rs.core.Response;

/** Domain code that answers in HTTP. */
class Things {

    Response find() {
        return Response.ok().build();
    }
}
