package dev.cutoff.timeline.post;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML as plain text: a line for each block, entities as characters, and no more of it than a person could read. */
public final class Markup {

    /** The longest posts have some 10,000 characters; what is far longer is no post. */
    private static final int LONGEST = 200_000;

    private static final Set<String> BLOCKS =
            Set.of("p", "br", "li", "ul", "ol", "div", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("rsquo", "'"),
            Map.entry("lsquo", "'"),
            Map.entry("rdquo", "\""),
            Map.entry("ldquo", "\""),
            Map.entry("ndash", "-"),
            Map.entry("mdash", "-"));
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<!--.*?-->");

    private Markup() {}

    public static String text(String html) {
        var seen = UNSEEN.matcher(html.substring(0, Math.min(html.length(), LONGEST)))
                .replaceAll(" ");
        var text = new StringBuilder();
        for (var at = 0; at < seen.length(); ) {
            var opens = seen.indexOf('<', at);
            if (opens < 0) {
                text.append(seen, at, seen.length());
                break;
            }
            text.append(seen, at, opens);
            var closes = seen.indexOf('>', opens);
            if (closes < 0) {
                break;
            }
            text.append(isBlock(seen.substring(opens + 1, closes)) ? "\n" : "");
            at = closes + 1;
        }
        return tidy(ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(1)))));
    }

    private static boolean isBlock(String tag) {
        var name = tag.replaceFirst("^/", "").split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
        return BLOCKS.contains(name);
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return ENTITIES.getOrDefault(entity, " ");
        }
        var point = entity.startsWith("#x")
                ? Integer.parseInt(entity, 2, entity.length(), 16)
                : Integer.parseInt(entity, 1, entity.length(), 10);
        return Character.isValidCodePoint(point) && point != 0 ? Character.toString(point) : " ";
    }

    private static String tidy(String text) {
        return text.replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replaceAll("[\\u00a0\\t\\r\\f ]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
    }
}
