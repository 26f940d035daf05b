package dev.cutoff.testing.bad.role;

import jakarta.ws.rs.GET;

/** Says neither who may call it nor what it does. */
class OpenResource {

    @GET
    public String get() {
        return "everybody's";
    }
}
