package dev.cutoff.notification.transport;

import dev.cutoff.notification.timeline.OutlookLine;
import dev.cutoff.notification.timeline.TimelineGateway;
import dev.cutoff.notification.upstream.Unreachable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether mail leaves on what is being retired: client submission to Exchange Online with a password. A notifier that does so falls silent. */
@Singleton
class RetiringPath {

    /**
     * Client submission of Exchange Online in each cloud (learn.microsoft.com, "How to set up a multifunction device or application to send
     * email"). Not {@code smtp-hve.office365.com}: High Volume Email takes passwords until September 2028.
     */
    private static final Pattern CLIENT_SUBMISSION = Pattern.compile(
            "(smtp|smtp-legacy)\\.office365\\.(com|us)|outlook\\.office365\\.com|smtp\\.partner\\.outlook\\.cn|smtp-mail\\.outlook\\.com");

    private static final Pattern HIGH_VOLUME = Pattern.compile("smtp-hve\\.office365\\.com");

    private static final String INSTEAD = " Use xoauth2, or another mail server.";

    /** States in which nothing stops, as far as the vendor has said. */
    private static final Set<String> SAFE = Set.of("unknown", "not-affected");

    private final TimelineGateway timeline;

    RetiringPath(TimelineGateway timeline) {
        this.timeline = timeline;
    }

    Optional<Finding> of(Transport transport) {
        if (!transport.login().auth().isBasic()) {
            return Optional.empty();
        }
        if (HIGH_VOLUME.matcher(transport.server().host()).matches()) {
            return found("High Volume Email takes passwords until September 2028." + INSTEAD);
        }
        if (!CLIENT_SUBMISSION.matcher(transport.server().host()).matches()) {
            return Optional.empty();
        }
        return transport.senderTenant() == null
                ? found(
                        "Exchange Online retires SMTP AUTH with a password; cutoff.transports.%s.sender-tenant would say when for yours."
                                        .formatted(transport.name())
                                + INSTEAD)
                : about(transport.senderTenant());
    }

    private Optional<Finding> about(UUID tenant) {
        try {
            return timeline.outlook(tenant)
                    .map(lines -> lines.stream()
                            .filter(line -> line.protocol().equals("smtp-auth")
                                    && line.authMethod().equals("basic")
                                    && line.qualifier() == null
                                    && (line.effective() == null
                                            || line.effective().equals(line.programme())))
                            .findFirst()
                            .flatMap(line -> about(line)))
                    .orElseGet(() -> found(
                            "Exchange Online retires SMTP AUTH with a password; timeline does not know the sender's tenant."
                                    + INSTEAD));
        } catch (Unreachable e) {
            return found(
                    "Exchange Online retires SMTP AUTH with a password; timeline, which knows when, cannot be asked just now."
                            + INSTEAD);
        }
    }

    private static Optional<Finding> about(OutlookLine line) {
        return SAFE.contains(line.state()) ? Optional.empty() : found(when(line) + INSTEAD);
    }

    private static String when(OutlookLine line) {
        var about = "SMTP AUTH with a password ";
        var announced = line.announced() == null ? "" : ", as announced on " + line.announced();
        if (List.of("off", "off-for-good", "blocked-by-tenant").contains(line.state())) {
            return about + "is off for the sender's tenant" + announced + ".";
        }
        var window = line.cutoff();
        if (window == null || window.earliest() == null) {
            return about + "stops for the sender's tenant on a day that is not named yet" + announced + ".";
        }
        return window.day() == null
                ? about + "stops for the sender's tenant from " + window.earliest() + " on" + announced + "."
                : about + "stops for the sender's tenant on " + window.day() + announced + ".";
    }

    private static Optional<Finding> found(@Nullable String detail) {
        return Optional.of(new Finding(Finding.Kind.RETIRING_PATH, detail));
    }
}
