package dev.cutoff.timeline.post;

import dev.cutoff.timeline.rule.VendorNoticeKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sentence that says something of a kind.
 *
 * @param isToTenant whether it speaks of the reader's own tenant, and not of all
 */
record Statement(VendorNoticeKind kind, boolean isToTenant, String sentence) {

    private static final String OFF =
            "(disabl\\w*|turn\\w*( \\w+)? off|turn\\w* off|retir\\w*|block\\w*|remov\\w*|switch\\w* off|stop\\w*)";
    private static final String IS_OFF = "(disabled|turned off|switched off|blocked|removed)";

    /** What was said on another day, or holds for some only, is not what the post says. */
    private static final Pattern ASIDE = pattern(
            "\\b(we|microsoft|they) (had |have )?(previously |already )?(announced|communicated|confirmed|mentioned)\\b"
                    + "|\\b(previously|as) (we |microsoft )?(announced|communicated)\\b"
                    + "|^\\W*(if|unless|should you|when you|once)\\b|\\bmillions of tenants\\b");

    private static final Pattern TO_TENANT = pattern(
            "\\b(in|for|of|to|from) your (\\w+ )?(tenant|organi[sz]ation)\\b|\\byour (tenant|organi[sz]ation)('s| has| will| was| is scheduled| is set)\\b|\\byour opt[- ]?out|\\byou (have )?opted out|\\byour request");

    private static final Pattern CHOSEN = pattern(
            "\\byour (tenant|organi[sz]ation) (has been|was|is|will be) (\\w+ )?(selected|chosen|scheduled|picked|next)\\b");

    private static final Pattern DENIAL =
            pattern("\\b(not|n't|won't|cannot|never) (be |currently |yet |longer )*" + OFF);

    /** In the order in which they are asked: the narrower first. */
    private static final Map<VendorNoticeKind, Pattern> KINDS = kinds();

    private static Map<VendorNoticeKind, Pattern> kinds() {
        var kinds = new LinkedHashMap<VendorNoticeKind, Pattern>();
        kinds.put(
                VendorNoticeKind.OPT_OUT_VOIDED,
                pattern(
                        "\\bopt(ed)?[- ]?outs?\\b.*\\b(archived|void(ed)?|no longer (valid|honou?red|in effect)|reset)\\b"));
        kinds.put(
                VendorNoticeKind.OPT_OUT_RECEIVED,
                pattern(
                        "\\b(received|recorded|registered|confirm\\w*|acknowledg\\w*)\\b.*\\bopt(ed)?[- ]?out"
                                + "|\\byou (have )?opted out|\\bopt[- ]?out\\b.*\\b(has been|have been|was|were) (received|recorded|registered|confirmed)"));
        kinds.put(
                VendorNoticeKind.CANCELLED,
                pattern(
                        "\\bcancell?(ed|ing)\\b|\\bno longer (go\\w* ahead|proceed\\w*|plan\\w*)|\\bwill not (proceed|go ahead)"));
        kinds.put(
                VendorNoticeKind.POSTPONED,
                pattern(
                        "\\b(postpon\\w+|delay(ed|ing)|defer(red|ring)|suspend(ed|ing)|pushed back)\\b|\\bon hold\\b|\\buntil further notice\\b"
                                + "|\\brefin(ed|ing)\\b.*\\btimeline\\b|\\bmov(ed|ing) the (date|deadline|timeline)\\b"));
        kinds.put(
                VendorNoticeKind.TEMPORARILY_OFF,
                pattern("\\b(temporar\\w+|short[- ]term)\\b.*" + OFF + "|" + OFF
                        + ".*\\b(temporar\\w+|short[- ]term|12 ?(-|to) ?48[- ]hours?)\\b"));
        kinds.put(
                VendorNoticeKind.RE_ENABLED,
                pattern(
                        "\\b(have|has|was|were|is|are)( now)?( been)? (re-?enabled|turned (back )?on( again)?|switched back on)\\b"));
        kinds.put(
                VendorNoticeKind.DISABLED,
                pattern("\\b(have|has|was|were|is now|are now)( now)?( been)?( permanently)? " + IS_OFF));
        kinds.put(
                VendorNoticeKind.SCHEDULED,
                pattern("\\b(will|going to|plan to|shall|scheduled to|about to)\\b.*\\b" + OFF + "|\\bwill be " + IS_OFF
                        + "|\\bto retire\\b|\\bto be " + IS_OFF));
        return kinds;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Whether a title speaks of the reader's own tenant: then everything below it does. */
    static boolean isToTenant(String title) {
        return TO_TENANT.matcher(title).find();
    }

    /** Whether a sentence says that it is this tenant's turn. */
    static boolean isChosen(String sentence) {
        return CHOSEN.matcher(sentence).find() && !ASIDE.matcher(sentence).find();
    }

    static Optional<Statement> of(String sentence) {
        if (ASIDE.matcher(sentence).find()) {
            return Optional.empty();
        }
        var isDenied = DENIAL.matcher(sentence).find();
        return KINDS.keySet().stream()
                .filter(kind -> KINDS.get(kind).matcher(sentence).find())
                .filter(kind -> !isDenied || !isAboutTheSwitch(kind))
                .findFirst()
                .map(kind -> new Statement(kind, TO_TENANT.matcher(sentence).find(), sentence));
    }

    private static boolean isAboutTheSwitch(VendorNoticeKind kind) {
        return switch (kind) {
            case SCHEDULED, DISABLED, TEMPORARILY_OFF, RE_ENABLED -> true;
            case POSTPONED, CANCELLED, OPT_OUT_RECEIVED, OPT_OUT_VOIDED -> false;
        };
    }
}
