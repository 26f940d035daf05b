package dev.cutoff.notification.bounce;

import java.util.regex.Pattern;

/** What a mail that came to the sender's address is. A pure decision. */
sealed interface Reading permits StatusReport, Reading.Ignored {

    /** Nothing that says whether a mail of ours has arrived. */
    record Ignored(IgnoredReason why) implements Reading {}

    /** Absence notices of programs that do not say what they are (RFC 3834 came late). */
    Pattern ABSENCE = Pattern.compile(
            "(automatic reply|auto[- ]?reply|auto[- ]?response|automatische antwort|out of (the )?office|abwesenheit|自動応答|不在).*");

    /** @param mail as it came, headers and all; anything */
    static Reading of(byte[] mail) {
        var headers = MailHeaders.in(mail);
        var type = headers.type();
        if (type.isPresent() && type.get().match("multipart/report")) {
            var about = type.get().getParameter("report-type");
            if ("disposition-notification".equalsIgnoreCase(about)) {
                return new Ignored(IgnoredReason.READ_RECEIPT);
            }
            var report = StatusReport.read(headers, type.get(), mail);
            if (report.isPresent()) {
                return report.get();
            }
        }
        return new Ignored(isAutoReply(headers) ? IgnoredReason.AUTO_REPLY : IgnoredReason.NO_REPORT);
    }

    private static boolean isAutoReply(MailHeaders headers) {
        var submitted = headers.word("Auto-Submitted");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || headers.first("X-Autoreply").isPresent()
                || headers.first("X-Autorespond").isPresent()
                || headers.word("Precedence").matches("auto[_-]?reply|bulk|junk")
                || ABSENCE.matcher(headers.subject()).matches();
    }
}
