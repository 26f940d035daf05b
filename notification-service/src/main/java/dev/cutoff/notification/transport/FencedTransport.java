package dev.cutoff.notification.transport;

import dev.cutoff.notification.failpoint.Failpoint;
import dev.cutoff.notification.failpoint.Failpoints;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands over one mail to one recipient, and knows at each moment how far it is. Rejected: the library's own {@code sendMessage}, which
 * tells a connection that broke before the end of the mail from one that broke after it only by the wording of an exception.
 */
final class FencedTransport extends SMTPTransport {

    /** The server wants another login, which is no fault of the mail (RFC 4954). */
    private static final Set<Integer> LOGIN_WANTED = Set.of(530, 534, 535, 538);

    private Phase phase = Phase.CONNECT;

    private final Failpoints failpoints;

    FencedTransport(Session session, boolean tls, Failpoints failpoints) {
        super(session, null, tls ? "smtps" : "smtp", tls);
        this.failpoints = failpoints;
    }

    /**
     * @param envelopeId what a report about the mail names it by, where the server offers reports
     * @param mayFinish asked before the end of the mail is sent; if not, the connection is dropped and the server must not deliver
     *     (RFC 5321, 4.1.1.4)
     */
    synchronized Result deliver(String from, String to, String envelopeId, byte[] mime, BooleanSupplier mayFinish) {
        try {
            return handOver(from, to, envelopeId, mime, mayFinish);
        } catch (SMTPSendFailedException e) {
            return answered(e.getReturnCode(), e.getMessage());
        } catch (MessagingException | IOException e) {
            return silent();
        }
    }

    private Result handOver(String from, String to, String envelopeId, byte[] mime, BooleanSupplier mayFinish)
            throws MessagingException, IOException {
        var reports = supportsExtension("DSN");
        phase = Phase.MAIL;
        var returned = reports ? " RET=HDRS ENVID=" + envelopeId : "";
        if (!isAccepted(simpleCommand("MAIL FROM:<" + from + ">" + returned))) {
            return answered();
        }
        failpoints.reached(Failpoint.AFTER_MAIL);
        phase = Phase.RCPT;
        var wanted = reports ? " NOTIFY=FAILURE,DELAY ORCPT=rfc822;" + xtext(to) : "";
        if (!isAccepted(simpleCommand("RCPT TO:<" + to + ">" + wanted))) {
            return answered();
        }
        phase = Phase.DATA;
        var body = data();
        failpoints.reached(Failpoint.AFTER_354);
        body.write(mime);
        ((SMTPOutputStream) body).ensureAtBOL();
        if (!mayFinish.getAsBoolean()) {
            return new Result(Outcome.STOPPED, phase, null, null);
        }
        phase = Phase.DOT;
        failpoints.reached(Failpoint.AFTER_PRE_DOT_COMMIT);
        sendCommand(".");
        failpoints.reached(Failpoint.AFTER_DOT);
        readServerResponse();
        return answered();
    }

    private Result answered() {
        return answered(getLastReturnCode(), getLastServerResponse());
    }

    private Result answered(int code, String reply) {
        var isAnswer = isAccepted(code) || code >= 400 && code < 600;
        if (!isAnswer) {
            return silent();
        }
        var outcome = isAccepted(code) ? Outcome.ACCEPTED : isFinal(code) ? Outcome.REFUSED : Outcome.POSTPONED;
        return new Result(outcome, phase, code, reply.replaceAll("\\s+", " ").strip());
    }

    /** No answer. Before the end of the mail that means that nobody has it; after it, that nobody knows. */
    private Result silent() {
        return new Result(phase == Phase.DOT ? Outcome.UNANSWERED : Outcome.BROKEN_OFF, phase, null, null);
    }

    private static boolean isAccepted(int code) {
        return code >= 200 && code < 300;
    }

    private static boolean isFinal(int code) {
        return code >= 500 && !LOGIN_WANTED.contains(code);
    }
}
