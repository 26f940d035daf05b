package dev.cutoff.notification.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One part of a multipart mail. Split by hand and never deeper than one level: a library that builds a tree of whatever it is sent can be
 * made to fill the memory.
 */
record MailPart(MailHeaders headers, byte[] body) {

    /** A report has three; a few more may have been put around them on the way. */
    private static final int MOST = 8;

    static List<MailPart> of(byte[] mail, String boundary) {
        var parts = new ArrayList<MailPart>();
        var delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        var from = -1;
        for (var line = 0; line < mail.length && parts.size() < MOST; line = after(mail, line)) {
            if (startsWith(mail, line, delimiter)) {
                if (from >= 0) {
                    parts.add(part(Arrays.copyOfRange(mail, from, line)));
                }
                from = after(mail, line);
            }
        }
        if (from >= 0 && from < mail.length && parts.size() < MOST) {
            // The mail breaks off: what there is of the last part may be all that matters.
            parts.add(part(Arrays.copyOfRange(mail, from, mail.length)));
        }
        return List.copyOf(parts);
    }

    private static MailPart part(byte[] bytes) {
        var headers = MailHeaders.in(bytes);
        var body = 0;
        while (body < bytes.length && !isEmpty(bytes, body)) {
            body = after(bytes, body);
        }
        var from = Math.min(after(bytes, body), bytes.length);
        return new MailPart(headers, decoded(bytes, from, headers.word("Content-Transfer-Encoding")));
    }

    private static boolean isEmpty(byte[] bytes, int line) {
        return bytes[line] == '\n' || bytes[line] == '\r' && line + 1 < bytes.length && bytes[line + 1] == '\n';
    }

    private static byte[] decoded(byte[] bytes, int from, String encoding) {
        var body = new ByteArrayInputStream(bytes, from, bytes.length - from);
        try {
            return (encoding.isEmpty() ? body : MimeUtility.decode(body, encoding)).readAllBytes();
        } catch (MessagingException | IOException e) {
            return new byte[0];
        }
    }

    private static int after(byte[] mail, int line) {
        var end = line;
        while (end < mail.length && mail[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    private static boolean startsWith(byte[] mail, int at, byte[] prefix) {
        return at + prefix.length <= mail.length
                && Arrays.equals(mail, at, at + prefix.length, prefix, 0, prefix.length);
    }

    boolean is(String type) {
        return headers.type().map(found -> found.match(type)).orElse(false);
    }
}
