package dev.cutoff.local.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what happened: the day once, then a line for each thing, wrapped where a terminal ends. */
final class Teller {

    private static final int WIDTH = 118;
    private static final String MARGIN = " ".repeat(12);

    private final PrintStream out;
    private @Nullable LocalDate day;
    private @Nullable LocalDate told;

    /** @param out where to, or a stream that goes nowhere */
    Teller(PrintStream out) {
        this.out = out;
    }

    /** From now on it is this day. */
    void begin(LocalDate today) {
        day = today;
    }

    void say(String format, Object... values) {
        var text = String.format(Locale.ROOT, format, values);
        if (day != null && !day.equals(told)) {
            out.println();
            out.print(day + "  ");
            told = day;
        } else {
            out.print(MARGIN);
        }
        out.println(wrapped(text));
    }

    /** A text as it is, each line set off. */
    void quote(String text) {
        text.lines().forEach(line -> out.println(MARGIN + "  | " + line));
    }

    private static String wrapped(String text) {
        var lines = new StringBuilder();
        var column = 0;
        for (var word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH - MARGIN.length()) {
                lines.append('\n').append(MARGIN).append("  ");
                column = 2;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }
}
