package dev.cutoff.notification.message;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;

/** A multipart with a boundary that is known beforehand, so that the same mail is the same bytes. */
final class Envelope extends MimeMultipart {

    private Envelope(String subtype, String boundary) throws MessagingException {
        super(subtype);
        var parameters = new ParameterList();
        parameters.set("boundary", boundary);
        contentType = new ContentType("multipart", subtype, parameters).toString();
    }

    /** The text and, better, the HTML of it. */
    static Envelope alternative(String boundary, MailText text) throws MessagingException {
        var envelope = new Envelope("alternative", boundary);
        envelope.addBodyPart(part(text.text(), "plain"));
        envelope.addBodyPart(part(text.html(), "html"));
        return envelope;
    }

    /** The message, to which files may be attached. */
    static Envelope mixed(String boundary, MimeMultipart message) throws MessagingException {
        var envelope = new Envelope("mixed", boundary);
        var body = new MimeBodyPart();
        body.setContent(message);
        envelope.addBodyPart(body);
        return envelope;
    }

    /** @param type media type with its parameters */
    void attach(String name, String type, byte[] bytes) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type + "; name=\"" + name + "\"");
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(name);
        addBodyPart(part);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        // As it goes over the wire, so that what is kept is what was sent.
        part.setText(text.replace("\n", "\r\n"), "UTF-8", subtype);
        return part;
    }
}
