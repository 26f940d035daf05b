package dev.cutoff.local.suite;

import dev.cutoff.local.home.Passwords;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.postgres.Login;
import java.net.URI;

/** Where everything is: what we start on loopback, what the settings name elsewhere. */
public final class Addresses {

    private final Settings settings;

    public Addresses(Settings settings) {
        this.settings = settings;
    }

    public URI of(Service service) {
        return URI.create("http://" + at(service.port()));
    }

    public URI issuer() {
        return URI.create(settings.issuerUrl() == null ? "http://" + at(Port.OIDC) + "/cutoff" : settings.issuerUrl());
    }

    public URI smtp() {
        return URI.create(settings.smtpUrl() == null ? "smtp://" + at(Port.SMTP) : settings.smtpUrl());
    }

    Login database(Passwords passwords) {
        return settings.databaseUrl() == null
                ? Login.embedded(settings.port(Port.DB), passwords.admin())
                : Login.of(settings.databaseUrl());
    }

    private String at(Port port) {
        return Port.HOST + ":" + settings.port(port);
    }
}
