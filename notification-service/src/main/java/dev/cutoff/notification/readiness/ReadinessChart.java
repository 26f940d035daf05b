package dev.cutoff.notification.readiness;

import dev.cutoff.commons.json.WireName;
import dev.cutoff.commons.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Readiness as a picture: a bar for each group, as wide as a phone and as legible on a desk. What the colours say also stands in words; each
 * text has a contrast of at least 4.5 to its ground and each bar of 3, in light and in dark.
 */
final class ReadinessChart {

    private static final int WIDTH = 360;
    private static final int MARGIN = 16;
    private static final int BAR = WIDTH - 2 * MARGIN;
    private static final int MOST_LETTERS = 50;

    private static final String STYLE = """
            text { font-family: system-ui, sans-serif; font-size: 12px; fill: #1b1b1b } .title { font-size: 16px; font-weight: 600 }
            .group { font-size: 13px; font-weight: 600 } .ground { fill: #ffffff }
            .nobody { fill: #b3261e } .told { fill: #a14a00 } .reached { fill: #7a6200 } .answered { fill: #5c6f00 }
            .planned { fill: #00796b } .done { fill: #1565c0 } .verified { fill: #1b5e20 }
            @media (prefers-color-scheme: dark) { text { fill: #f1f1f1 } .ground { fill: #16181c }
            .nobody { fill: #f28b82 } .told { fill: #ffab70 } .reached { fill: #e6c84f } .answered { fill: #b9d267 }
            .planned { fill: #66d2c3 } .done { fill: #8ab4f8 } .verified { fill: #7fce88 } }""";

    /** A stage with how many are at it. */
    private record Stage(String name, String words, long clients) {}

    private final Page<ReadinessGroup> page;
    private final StringBuilder drawn = new StringBuilder();
    private int y = 32;

    ReadinessChart(Page<ReadinessGroup> page) {
        this.page = page;
    }

    String svg() {
        text("title", title());
        y += 8;
        if (page.items().isEmpty()) {
            y += 20;
            text("note", "No client is affected by anything that has a day.");
        }
        page.items().forEach(this::draw);
        if (page.next() != null) {
            y += 24;
            text("note", "There are more; ask for the next page.");
        }
        var height = y + MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="100%%" style="max-width: 45rem" role="img" \
                aria-labelledby="title desc" lang="en">
                <title id="title">%3$s</title>
                <desc id="desc">%4$s</desc>
                <style>%5$s</style>
                <rect class="ground" width="%1$d" height="%2$d"/>
                %6$s</svg>
                """.formatted(WIDTH, height, escaped(title()), escaped(description()), STYLE, drawn);
    }

    private String title() {
        var by = page.items().isEmpty() ? null : page.items().getFirst().groupBy();
        return by == null ? "Readiness" : "Readiness by " + WireName.of(by);
    }

    private String description() {
        return page.items().isEmpty()
                ? "No client is affected."
                : page.items().stream()
                        .map(group -> "%s: %s".formatted(heading(group), words(group)))
                        .collect(Collectors.joining(". ", "", "."));
    }

    private void draw(ReadinessGroup group) {
        y += 28;
        text("group", heading(group));
        y += 8;
        bar(group);
        y += 14;
        for (var line : lines(words(group))) {
            y += 16;
            text("note", line);
        }
    }

    private void bar(ReadinessGroup group) {
        var from = 0L;
        for (var stage : stages(group)) {
            var to = from + stage.clients();
            var left = at(from, group.clients());
            // A gap tells neighbours apart also for who sees no colours.
            var width = at(to, group.clients()) - left - (to < group.clients() ? 1 : 0);
            drawn.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\"/>%n",
                    stage.name(),
                    MARGIN + left,
                    y,
                    Math.max(width, 0.5)));
            from = to;
        }
    }

    private static double at(long clients, long all) {
        return (double) BAR * clients / all;
    }

    private void text(String style, String words) {
        drawn.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(style, MARGIN, y, escaped(words)));
    }

    private String heading(ReadinessGroup group) {
        var ready = "%d of %d done".formatted(group.atLeastDone(), group.clients());
        return "%s: %s".formatted(shortened(label(group)), ready);
    }

    private static String label(ReadinessGroup group) {
        var by = group.groupBy();
        if (by == null) {
            return "All";
        }
        return switch (by) {
            case WEEK -> "Week of " + group.value();
            case OWNER -> group.value() == null ? "Nobody answers for it" : named(group);
            case TENANT -> named(group);
            case PROGRAMME, PROTOCOL, KIND -> String.valueOf(group.value());
        };
    }

    private static String named(ReadinessGroup group) {
        var name = group.name();
        return name == null || name.isBlank() ? String.valueOf(group.value()) : name;
    }

    private static String words(ReadinessGroup group) {
        return stages(group).stream()
                .map(stage -> stage.words() + " " + stage.clients())
                .collect(Collectors.joining(", "));
    }

    /** Those at which there is somebody, the furthest first. */
    private static List<Stage> stages(ReadinessGroup group) {
        return List.of(
                        new Stage("verified", "verified", group.verified()),
                        new Stage("done", "said to be done", group.done()),
                        new Stage("planned", "planned in time", group.planned()),
                        new Stage("answered", "answered", group.answered()),
                        new Stage("reached", "reached", group.reached()),
                        new Stage("told", "told in vain", group.told()),
                        new Stage("nobody", "nobody told", group.nobody()))
                .stream()
                .filter(stage -> stage.clients() > 0)
                .toList();
    }

    /** As long as they fit. */
    private static List<String> lines(String words) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var part : words.split("(?<=,) ")) {
            if (!line.isEmpty() && line.length() + 1 + part.length() > MOST_LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String shortened(String name) {
        var most = MOST_LETTERS / 2;
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** As text in XML 1.0, which has no word for most control characters. */
    private static String escaped(String text) {
        var safe = text.codePoints()
                .filter(letter -> letter >= 0x20 && letter != 0xfffe && letter != 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return safe.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
