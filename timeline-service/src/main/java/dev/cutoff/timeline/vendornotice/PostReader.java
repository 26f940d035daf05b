package dev.cutoff.timeline.vendornotice;

import dev.cutoff.commons.security.Callers;
import dev.cutoff.timeline.Past;
import dev.cutoff.timeline.post.Post;
import dev.cutoff.timeline.post.Reading;
import dev.cutoff.timeline.post.Recogniser;
import dev.cutoff.timeline.programme.Edition;
import dev.cutoff.timeline.rule.Revision;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** What becomes of a post by what it was understood to say, and by what the catalogue knows. */
@Singleton
class PostReader {

    /** MC786329 came eleven days after the announcement that it repeats. */
    private static final long DAYS_APART = 21;

    private final Past past;
    private final Callers callers;

    PostReader(Past past, Callers callers) {
        this.past = past;
        this.callers = callers;
    }

    RecordedPost read(UUID tenantId, Post post, Edition edition) {
        var reading = Recogniser.read(post);
        var revision = revision(post, reading, edition);
        var why = revision.map(known -> "The catalogue has it as revision " + known.id() + ".")
                .orElse(reading.why());
        return new RecordedPost(
                UUID.randomUUID(),
                1,
                tenantId,
                post.message(),
                fingerprint(post),
                post.title(),
                post.text(),
                post.publishedAt(),
                state(reading, revision.isPresent()),
                reading.programme(),
                reading.protocols(),
                reading.kind(),
                reading.day(),
                why,
                null,
                past.now(),
                callers.current().name(),
                null,
                null);
    }

    private static PostState state(Reading reading, boolean isInCatalogue) {
        return switch (reading.subject()) {
            case TENANT -> reading.isPlain() ? PostState.FILED : PostState.WAITING;
            case EVERYBODY -> isInCatalogue ? PostState.INFORMATION : PostState.WAITING;
            case USAGE -> PostState.INFORMATION;
            case UNCLEAR -> PostState.WAITING;
            case OTHER -> PostState.UNRELATED;
        };
    }

    /** The revision that repeats what the post tells everybody; a later text of the same message may say something new. */
    private static Optional<Revision> revision(Post post, Reading reading, Edition edition) {
        if (reading.subject() != Reading.Subject.EVERYBODY || reading.programme() == null) {
            return Optional.empty();
        }
        var day = LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC);
        return edition.programme(reading.programme()).stream()
                .flatMap(programme -> programme.revisions().stream())
                .filter(revision -> post.message().equals(revision.source().message()))
                .filter(revision -> Math.abs(ChronoUnit.DAYS.between(revision.announced(), day)) <= DAYS_APART)
                .findFirst();
    }

    /** Of what a reader sees: another date of modification does not make another post. */
    static String fingerprint(Post post) {
        try {
            var text = post.title() + "\n" + post.text();
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
