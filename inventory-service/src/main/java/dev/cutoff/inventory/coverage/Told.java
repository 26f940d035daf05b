package dev.cutoff.inventory.coverage;

/**
 * What a report or an export tells of a use.
 *
 * @param protocol as {@code smtp-auth}
 * @param authMethod as {@code basic}; {@code unknown} if it does not say
 * @param rows how many accounts, apps or devices it names for it, each with each of its details
 */
public record Told(String protocol, String authMethod, long rows) {}
