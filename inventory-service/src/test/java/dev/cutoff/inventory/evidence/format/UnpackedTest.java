package dev.cutoff.inventory.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTest {

    private static final byte[] TEXT = "account,ownerEmail\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(TEXT);
                }
            }
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        return Unpacked.of(new ByteArrayInputStream(body)).readAllBytes();
    }

    @Test
    void what_is_not_packed_stays_as_it_is() throws IOException {
        assertThat(unpacked(TEXT)).isEqualTo(TEXT);
        assertThat(unpacked(new byte[0])).isEmpty();
        assertThat(unpacked(new byte[] {'P', 'K'})).containsExactly('P', 'K');
    }

    @Test
    void a_gzip_of_several_parts_is_read_to_its_end_however_it_arrives() throws IOException {
        var one = gzip(TEXT);
        var both = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, both, one.length, one.length);

        assertThat(Unpacked.of(new Trickling(both)).readAllBytes()).hasSize(2 * TEXT.length);
    }

    @Test
    void a_zip_of_one_file_is_that_file() throws IOException {
        assertThat(unpacked(zip("folder/", "folder/log.csv", "__MACOSX/._log.csv")))
                .isEqualTo(TEXT);
    }

    @Test
    void a_workbook_is_told_from_an_archive() {
        assertThatThrownBy(() -> unpacked(zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")))
                .isInstanceOf(BrokenArchive.class)
                .hasMessageContaining("save it as CSV");
    }

    @Test
    void a_zip_of_several_files_or_of_none_is_refused() {
        assertThatThrownBy(() -> unpacked(zip("one.csv", "two.csv")))
                .isInstanceOf(BrokenArchive.class)
                .hasMessageContaining("several files");
        assertThatThrownBy(() -> unpacked(zip("folder/")))
                .isInstanceOf(BrokenArchive.class)
                .hasMessageContaining("no file");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_ends_in_the_middle_is_refused(boolean isGzip) throws IOException {
        var packed = isGzip ? gzip(TEXT) : zip("log.csv");

        for (var length : new int[] {6, packed.length / 4}) {
            assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed, length)))
                    .isInstanceOf(BrokenArchive.class)
                    .hasMessageContaining("ends in the middle");
        }
    }

    @Test
    void what_is_damaged_is_refused() throws IOException {
        var packed = gzip(TEXT);
        packed[packed.length - 6] ^= 1;

        assertThatThrownBy(() -> unpacked(packed))
                .isInstanceOf(BrokenArchive.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void a_bomb_is_refused_after_a_few_megabytes() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (var i = 0; i < 300; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }

        assertThatThrownBy(() -> Unpacked.of(new ByteArrayInputStream(packed.toByteArray()))
                        .transferTo(OutputStream.nullOutputStream()))
                .isInstanceOfSatisfying(
                        BrokenArchive.class,
                        refused -> assertThat(refused.isTooLarge()).isTrue());
    }

    /** Comes a byte at a time, and never says that there is more. */
    private static final class Trickling extends FilterInputStream {

        Trickling(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
