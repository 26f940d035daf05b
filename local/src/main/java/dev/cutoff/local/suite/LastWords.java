package dev.cutoff.local.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Why a Java process ended, as far as the end of its log says so in one line. */
final class LastWords {

    private static final int END = 64 * 1024;
    private static final Pattern CAUSE = Pattern.compile("(?m)^Caused by: [\\w.$]+: (.+)$");

    private LastWords() {}

    /** The innermost cause of the last failure. */
    static Optional<String> in(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - END));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return CAUSE.matcher(new String(end, StandardCharsets.UTF_8))
                    .results()
                    .map((MatchResult cause) -> cause.group(1).strip())
                    .reduce((_, last) -> last);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
