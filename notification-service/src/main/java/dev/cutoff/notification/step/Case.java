package dev.cutoff.notification.step;

/** What a kind of client uses of what is retired. */
public record Case(String programme, String protocol, String authMethod, String kind) {}
