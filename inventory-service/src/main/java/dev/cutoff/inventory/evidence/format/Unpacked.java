package dev.cutoff.inventory.evidence.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A body that may be packed with gzip or zip, as it was before. Unpacked while it is read, a buffer at a time. What unpacks to far more
 * than any log does is refused long before it has filled anything.
 */
public final class Unpacked extends InputStream {

    /** Sign-in logs pack to a thirtieth; deflate can do a thousandth, and only a bomb does. */
    private static final int MOST_TIMES = 250;

    /** What Excel's workbooks begin with, which are zips of several files. */
    private static final String OF_OFFICE = "[Content_Types].xml";

    private static final long UNSUSPICIOUS = 64L << 20;
    private static final int BUFFER = 65_536;

    private final PackedBytes packed;
    private final InputStream content;
    private long bytes;

    private Unpacked(PackedBytes packed, InputStream content) {
        this.packed = packed;
        this.content = content;
    }

    /**
     * Looks at the first bytes and leaves the rest unread.
     *
     * @throws BrokenArchive here or when it is read
     */
    public static InputStream of(InputStream body) throws IOException {
        var packed = new PackedBytes(body);
        var first = packed.peek();
        try {
            if (first[0] == 0x1f && first[1] == (byte) 0x8b) {
                return new Unpacked(packed, new GZIPInputStream(packed, BUFFER));
            }
            if (first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
                return new Unpacked(packed, firstFile(new ZipInputStream(packed)));
            }
            return packed;
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
    }

    private static ZipInputStream firstFile(ZipInputStream zip) throws IOException {
        if (!goToFile(zip)) {
            throw BrokenArchive.because("The zip holds no file, or ends in the middle");
        }
        return zip;
    }

    /** Folders, and what macOS adds, are no files. */
    private static boolean goToFile(ZipInputStream zip) throws IOException {
        var entry = zip.getNextEntry();
        while (entry != null) {
            var name = entry.getName();
            if (name.equals(OF_OFFICE)) {
                throw BrokenArchive.because(
                        "The body is a workbook or another file of an Office program; save it as CSV and send that");
            }
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store")) {
                return true;
            }
            entry = zip.getNextEntry();
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            var count = content.read(target, offset, length);
            if (count < 0 && content instanceof ZipInputStream zip && goToFile(zip)) {
                throw BrokenArchive.because("The zip holds several files; send each by itself");
            }
            bytes += Math.max(count, 0);
            if (bytes > UNSUSPICIOUS && bytes / MOST_TIMES > packed.count()) {
                throw BrokenArchive.tooLarge(
                        "The body unpacks to more than %d times its length, as no log does".formatted(MOST_TIMES));
            }
            return count;
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
    }

    private static BrokenArchive broken(IOException failure) {
        return BrokenArchive.because(
                failure instanceof EOFException
                        ? "The archive ends in the middle; send the whole of it"
                        : "The archive is damaged (%s); pack it again".formatted(failure.getMessage()));
    }
}
