package dev.cutoff.notification.reach;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is held to be reachable, or not. */
@Schema(
        description =
                "`hard-bounce`: there is no such mailbox. `soft-bounces`: too many mails in a row did not arrive. `few-bounces`: some"
                        + " did not, which is no reason to give up. `marked`: a person said so. `wrong-person`: who reads the mail says that it is not"
                        + " theirs. `unsubscribed`: they want no more of it")
public enum RecipientReason {
    @JsonProperty("hard-bounce")
    HARD_BOUNCE,
    @JsonProperty("soft-bounces")
    SOFT_BOUNCES,
    @JsonProperty("few-bounces")
    FEW_BOUNCES,
    @JsonProperty("marked")
    MARKED,
    @JsonProperty("wrong-person")
    WRONG_PERSON,
    @JsonProperty("unsubscribed")
    UNSUBSCRIBED;

    /** Whether it is the person's own word, which no bounce changes. */
    boolean isTheirWord() {
        return this == WRONG_PERSON || this == UNSUBSCRIBED;
    }
}
