package dev.cutoff.notification.message;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How we know: as announced on, checked on; and that nobody has looked for long. */
final class Sources {

    /** As timeline warns. */
    private static final int FRESH_DAYS = 30;

    private Sources() {}

    /** @param today from which the age of the check is counted */
    static List<Letter.Line> of(Digest.Source source, Digest.Topic topic, LocalDate today, Reader reader) {
        var say = reader.when();
        var announced = source.announced();
        if (announced == null) {
            return List.of();
        }
        var checked = source.checkedOn();
        var lines = new ArrayList<Letter.Line>();
        lines.add(Letter.Line.quiet(
                say.announced(reader.date(announced), checked == null ? null : reader.date(checked))));
        if (checked != null && ChronoUnit.DAYS.between(checked, today) > FRESH_DAYS) {
            lines.add(Letter.Line.quiet(say.checkedLongAgo(FRESH_DAYS, reader.vendor(topic.programme()))));
        }
        return lines;
    }
}
