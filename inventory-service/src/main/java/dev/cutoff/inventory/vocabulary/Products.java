package dev.cutoff.inventory.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which product a user agent is. The first row of the table that is found in it decides; a group called {@code version} gives the
 * version and one called {@code os} the operating system. What no row knows goes by the name it gives itself.
 */
public final class Products {

    /**
     * One row of the table.
     *
     * @param pattern looked for anywhere in the user agent
     * @param operatingSystem fixed, or a name that the group {@code os} completes; null to look for it in the user agent
     */
    public record Rule(
            String key,
            Pattern pattern,
            @Nullable String vendor,
            String name,
            ClientKind kind,
            @Nullable String operatingSystem) {}

    private record Platform(Pattern pattern, String name) {}

    /** User agents come from whoever signs in; what stands behind the first part of one is not worth a long search. */
    private static final int LONGEST = 512;

    private static final Pattern OWN_NAME =
            Pattern.compile("^[A-Za-z][A-Za-z0-9._+-]{1,39}(?: [A-Z][A-Za-z0-9]{1,19})?");

    private static final List<Platform> PLATFORMS = List.of(
            platform("Windows NT 10\\.0", "Windows 10 or later"),
            platform("Windows NT 6\\.3", "Windows 8.1"),
            platform("Windows NT 6\\.2", "Windows 8"),
            platform("Windows NT 6\\.1", "Windows 7"),
            platform("Windows NT 6\\.0", "Windows Vista"),
            platform("Windows NT 5\\.1", "Windows XP"),
            platform("Windows", "Windows"),
            platform("iPhone|iPad|iPod", "iOS"),
            platform("Mac ?OS ?X|Macintosh", "macOS"),
            platform("Android", "Android"),
            platform("Linux", "Linux"));

    private final List<Rule> rules;

    private Products(List<Rule> rules) {
        this.rules = rules;
    }

    /** @param rules the first that matches decides */
    public static Products of(List<Rule> rules) {
        return new Products(List.copyOf(rules));
    }

    public Product recognise(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return Product.UNKNOWN;
        }
        var text = userAgent.strip();
        var agent = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (var rule : rules) {
            var found = rule.pattern().matcher(agent);
            if (found.find()) {
                return new Product(
                        rule.key(),
                        rule.kind(),
                        rule.vendor(),
                        rule.name(),
                        group(found, "version"),
                        operatingSystem(rule, found, agent));
            }
        }
        return byItsOwnName(agent);
    }

    private static Product byItsOwnName(String agent) {
        var name = OWN_NAME.matcher(agent);
        if (!name.find()) {
            return Product.UNKNOWN;
        }
        var key = "agent:" + name.group().toLowerCase(Locale.ROOT);
        return new Product(key, ClientKind.UNKNOWN, null, name.group(), null, platformOf(agent));
    }

    private static @Nullable String operatingSystem(Rule rule, Matcher found, String agent) {
        if (rule.operatingSystem() == null) {
            return platformOf(agent);
        }
        var version = group(found, "os");
        return version == null ? rule.operatingSystem() : rule.operatingSystem() + " " + version;
    }

    private static @Nullable String platformOf(String agent) {
        return PLATFORMS.stream()
                .filter(platform -> platform.pattern().matcher(agent).find())
                .map(Platform::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }

    private static Platform platform(String pattern, String name) {
        return new Platform(Pattern.compile(pattern), name);
    }
}
