package dev.cutoff.notification.line;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client is seen to use, as far as lines tell usages apart.
 *
 * @param qualifier a version, app id or licence, as inventory has it; null if that is not known
 * @param account address of the account; of an app, its app id
 * @param tags words on the client: {@code eas-14.1} where an export of devices told the version that sign-ins do not tell
 * @param lastSeen last success; null if evidence has none
 */
public record Usage(
        String protocol,
        String authMethod,
        @Nullable String qualifier,
        @Nullable String account,
        Collection<String> tags,
        @Nullable Instant lastSeen) {

    /** Without a success. */
    public Usage(
            String protocol,
            String authMethod,
            @Nullable String qualifier,
            @Nullable String account,
            Collection<String> tags) {
        this(protocol, authMethod, qualifier, account, tags, null);
    }

    /** What the usage itself tells wins over what is known of the client. */
    @Nullable Version version(String what) {
        var prefix = what + "-";
        return Stream.concat(
                        Stream.of(String.valueOf(qualifier)),
                        tags.stream()
                                .map(tag -> tag.toLowerCase(Locale.ROOT))
                                .filter(tag -> tag.startsWith(prefix))
                                .sorted())
                .map(Version::parse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
