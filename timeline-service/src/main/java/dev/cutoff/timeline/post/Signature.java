package dev.cutoff.timeline.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a post is known to be about a programme. Where the title says it, that decides; a post about Basic authentication mentions SMTP
 * AUTH only to except it, and one about SMTP AUTH mentions Basic in every line.
 *
 * @param everywhere whether the words count in the body too
 */
record Signature(String programme, Pattern words, boolean everywhere) {

    /** In the order in which they are asked: the narrower first. */
    private static final List<Signature> ALL = List.of(
            title("hve-basic", "high volume email"),
            title("smtp-auth-basic", "smtp auth|client submission"),
            title("ews-kiosk", "(ews|exchange web services).*(kiosk|frontline|\\bf[13]\\b)"),
            title("activesync-below-16-1", "(activesync|\\beas\\b).*16\\.1|activesync.*(version|device)"),
            title("pop-imap-legacy-tls", "tls ?1\\.[01].*(pop|imap)|(pop|imap).*tls ?1\\.[01]|legacy tls.*(pop|imap)"),
            title("legacy-message-trace", "message trace"),
            title("client-access-rules", "client access rules"),
            title("reporting-web-service", "reporting web service"),
            title("exchange-remote-powershell", "remote powershell|\\brps\\b"),
            title("msonline-powershell", "msonline|azure ?ad powershell"),
            title("azure-ad-graph", "azure ad graph"),
            title("google-less-secure-apps", "less secure apps"),
            title("exchange-online-basic-auth", "basic auth"),
            title("exchange-web-services", "exchange web services|\\bews\\b|ewsenabled|ewsallowedappids"),
            body("exchange-online-basic-auth", "basic auth(entication)?\\b"),
            body(
                    "exchange-web-services",
                    "ewsenabled|ewsallowedappids|exchange web services.{0,60}(block|retir|disabl)"));

    static Optional<String> programmeOf(Post post) {
        return ALL.stream()
                .filter(signature -> signature
                        .words
                        .matcher(signature.everywhere ? post.text() : post.title())
                        .find())
                .map(Signature::programme)
                .findFirst();
    }

    private static Signature title(String programme, String words) {
        return new Signature(programme, pattern(words), false);
    }

    private static Signature body(String programme, String words) {
        return new Signature(programme, pattern(words), true);
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
