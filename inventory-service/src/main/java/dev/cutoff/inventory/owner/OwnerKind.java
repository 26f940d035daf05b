package dev.cutoff.inventory.owner;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody, or several behind one address. */
@Schema(description = "One person, or several behind one address")
public enum OwnerKind {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("team")
    TEAM
}
