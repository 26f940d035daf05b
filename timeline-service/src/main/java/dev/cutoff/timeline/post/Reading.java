package dev.cutoff.timeline.post;

import dev.cutoff.timeline.rule.Protocol;
import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post was understood to say.
 *
 * @param subject whom and what it concerns
 * @param programme null if it is about none that is known
 * @param protocols those that it names, in their order; empty if it names none
 * @param kind null if it says nothing of that kind
 * @param day null unless the post names exactly one for what it says
 * @param why how it was understood, or what was not plain
 */
public record Reading(
        Subject subject,
        @Nullable String programme,
        List<Protocol> protocols,
        @Nullable VendorNoticeKind kind,
        @Nullable LocalDate day,
        String why) {

    /** Whom and what a post concerns. */
    public enum Subject {
        /** The tenant that got it. */
        TENANT,
        /** All tenants: what the vendor plans, which is a revision. */
        EVERYBODY,
        /** What was used, which is evidence. */
        USAGE,
        /** Something that is about a programme, and what it says is not plain. */
        UNCLEAR,
        /** Nothing that this suite follows. */
        OTHER
    }

    /** Whether it can be filed as it is: the vendor's word to this tenant, with the day that such a word needs. */
    public boolean isPlain() {
        return subject == Subject.TENANT
                && programme != null
                && kind != null
                && (kind != VendorNoticeKind.SCHEDULED || day != null);
    }
}
