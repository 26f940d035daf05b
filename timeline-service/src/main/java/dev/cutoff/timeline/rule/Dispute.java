package dev.cutoff.timeline.rule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the vendor's word about a protocol contradicts what it announced to all, or what is on file. It is believed all the same. */
@Schema(
        description =
                "The vendor's word about a protocol contradicts what it announced to all, or what is on file. It is believed all the same",
        requiredProperties = {"protocol", "reason"})
public record Dispute(
        @Schema(description = "Protocol about which it does")
        Protocol protocol,

        @Schema(
                description = "What it contradicts",
                examples = "No opt-out of imap with basic authentication is on file.")
        String reason) {}
