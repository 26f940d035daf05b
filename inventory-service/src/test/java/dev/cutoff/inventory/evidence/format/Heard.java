package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader hands on, one line of text for each record. */
final class Heard implements Records<Object> {

    final List<String> records = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    /** Of sign-ins. */
    final List<String> times = new ArrayList<>();

    static Heard reading(byte[] body) throws IOException {
        var heard = new Heard();
        heard.read(body);
        return heard;
    }

    static Heard reading(String body) throws IOException {
        return reading(body.getBytes(StandardCharsets.UTF_8));
    }

    static FormatName formatOf(String body) throws IOException {
        var opening = Opening.of(Utf8.of(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
        return Formats.of(opening).map(EvidenceFormat::name).orElse(null);
    }

    @SuppressWarnings("unchecked")
    void read(byte[] body) throws IOException {
        var content = Utf8.of(new ByteArrayInputStream(body));
        var opening = Opening.of(content);
        var format = (EvidenceFormat<Object>) Formats.of(opening).orElseThrow();
        format.read(opening, opening.andThen(content), this);
    }

    @Override
    public void record(long line, Object record) {
        if (record instanceof RawSignIn signIn) {
            times.add(signIn.get(SignInField.TIME));
        }
        records.add(line + " "
                + switch (record) {
                    case RawSignIn signIn ->
                        signIn.get(SignInField.ID) + " " + signIn.get(SignInField.ADDRESS) + " "
                                + signIn.get(SignInField.ERROR_CODE);
                    case Map<?, ?> map -> map.toString();
                    default -> throw new IllegalStateException();
                });
    }

    @Override
    public void unreadable(long line, @Nullable String column, String reason, @Nullable String value) {
        unreadable.add(line + " " + column + " " + reason);
    }
}
