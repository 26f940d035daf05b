package dev.cutoff.notification.message;

import java.util.List;
import java.util.Objects;

/** Evidence that is missing, in words. */
record FindingEntry(Digest.Finding finding, Digest digest, Reader reader) {

    Letter.Entry written() {
        var say = reader.say();
        var protocols = reader.protocols(finding.protocols());
        var source = reader.source(finding.source() == null ? "any" : finding.source());
        var title = switch (finding.what()) {
            case QUIET -> say.quiet(source, protocols);
            case STALE -> say.stale(source, protocols);
            case GAP -> say.gap(Objects.requireNonNullElse(finding.count(), 0), protocols);
        };
        var last = finding.since() == null ? null : reader.weekday(finding.since());
        return new Letter.Entry(
                Letter.Tone.UNSEEN,
                digest.tenants().size() == 1 ? null : finding.tenant(),
                title,
                List.of(Letter.Line.of(say.silenceProvesNothing(last))),
                List.of());
    }
}
