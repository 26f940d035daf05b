package dev.cutoff.commons.http;

import dev.cutoff.commons.problem.ProblemType;
import dev.cutoff.commons.problem.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cuts a body that is too long, whether it announces its length or not, and says so as a problem; Quarkus' own limit answers without a
 * body. A resource that takes the stream itself bounds it itself: imports have any length.
 */
@Provider
final class BoundedBody implements ReaderInterceptor {

    private final long longest;

    BoundedBody(@ConfigProperty(name = "cutoff.http.max-body-size") long longest) {
        this.longest = longest;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == InputStream.class) {
            return context.proceed();
        }
        var announced = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && announced.matches("\\d{1,18}") && Long.parseLong(announced) > longest) {
            throw tooLarge(longest);
        }
        context.setInputStream(new Bounded(context.getInputStream(), longest));
        return context.proceed();
    }

    private static Refusal tooLarge(long longest) {
        return new Refusal(ProblemType.TOO_LARGE, "A body may have " + longest + " bytes; send it in parts");
    }

    private static final class Bounded extends FilterInputStream {

        private final long longest;
        private long seen;

        Bounded(InputStream body, long longest) {
            super(body);
            this.longest = longest;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var several = super.read(buffer, offset, length);
            count(Math.max(several, 0));
            return several;
        }

        private void count(int bytes) {
            seen += bytes;
            if (seen > longest) {
                throw tooLarge(longest);
            }
        }
    }
}
