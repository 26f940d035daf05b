package dev.cutoff.notification.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an answer came. */
@Schema(
        name = "AnswerVia",
        description =
                "`link`: by the person, on the page that a mail links to. `api`: by a system that speaks for them")
public enum Via {
    @JsonProperty("link")
    LINK,
    @JsonProperty("api")
    API
}
