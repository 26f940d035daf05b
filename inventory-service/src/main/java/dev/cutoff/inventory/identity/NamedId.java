package dev.cutoff.inventory.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The id of a thing that is known by its parts: the same facts make the same id in any order and on any replica, and a dry run can name
 * it. The function {@code named_id} of the database is the same, given the parts with a line break between them.
 */
public final class NamedId {

    private static final long VERSION_8 = 0x8000;
    private static final long VARIANT = 0xa000_0000_0000_0000L;

    private NamedId() {}

    public static UUID of(Object... parts) {
        var name = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong() & ~0xf000L | VERSION_8, bytes.getLong() & 0x0fff_ffff_ffff_ffffL | VARIANT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
