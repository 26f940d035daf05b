package dev.cutoff.inventory.silence;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why. */
@Schema(
        description =
                "`in-use`: its last success is recent by its own rhythm. `still-trying`: it is blocked by Conditional Access or security defaults and goes on."
                        + " `used-after-the-word`: somebody said it had moved, and it was seen after that."
                        + " `silent-without-proof`: nobody else was seen to succeed with the protocol meanwhile, or evidence has gaps."
                        + " `silent-while-it-worked`: others went on succeeding with the protocol, and evidence covers the time."
                        + " `modern-success`: it succeeded with modern authentication on a later day. `somebodys-word`,"
                        + " `word-and-evidence`, `modern-only`, `no-evidence`, `attempts-only`: as they say")
public enum MigrationReason {
    @JsonProperty("in-use")
    IN_USE,
    @JsonProperty("still-trying")
    STILL_TRYING,
    @JsonProperty("used-after-the-word")
    USED_AFTER_THE_WORD,
    @JsonProperty("silent-without-proof")
    SILENT_WITHOUT_PROOF,
    @JsonProperty("silent-while-it-worked")
    SILENT_WHILE_IT_WORKED,
    @JsonProperty("modern-success")
    MODERN_SUCCESS,
    @JsonProperty("somebodys-word")
    SOMEBODYS_WORD,
    @JsonProperty("word-and-evidence")
    WORD_AND_EVIDENCE,
    @JsonProperty("modern-only")
    MODERN_ONLY,
    @JsonProperty("no-evidence")
    NO_EVIDENCE,
    @JsonProperty("attempts-only")
    ATTEMPTS_ONLY
}
