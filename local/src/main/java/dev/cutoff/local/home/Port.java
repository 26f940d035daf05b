package dev.cutoff.local.home;

/** A port on loopback, and the setting that moves it. */
public enum Port {
    INVENTORY(8081),
    TIMELINE(8082),
    NOTIFICATION(8083),
    OIDC(8084),
    SMTP(8025),
    DB(8432);

    /** Every server of local mode listens here and nowhere else: the issuer signs whatever it is asked for. */
    public static final String HOST = "127.0.0.1";

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** Name of the environment variable. */
    public String setting() {
        return "CUTOFF_" + name() + "_PORT";
    }
}
