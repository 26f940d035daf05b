package dev.cutoff.local.demo;

import dev.cutoff.local.client.Patience;
import dev.cutoff.local.home.Failure;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The links in the mails that have arrived, as their readers open them. */
final class MailLinks {

    private static final Pattern LINK = Pattern.compile("http://[^\\s/]+/a/[A-Za-z0-9._-]+");
    private static final Pattern CLIENT = Pattern.compile("name=\"client\" value=\"([0-9a-f-]{36})\"");
    /** {@code 20220916T090000Z-nao@contoso.example.eml}, so that the last of a person comes last. */
    private static final Pattern FILE = Pattern.compile("\\d{8}T\\d{6}Z-(.+?)(-\\d+)?\\.eml");

    private final Path folder;
    private final Patience patience;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param folder of the mails
     * @param patience with a page that does not answer
     */
    MailLinks(Path folder, Patience patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** The page behind the latest mail of each person. */
    Map<String, Page> latest() {
        var files = new TreeMap<String, Path>();
        try (var mails = Files.list(folder)) {
            mails.sorted().forEach(mail -> {
                var name = FILE.matcher(mail.getFileName().toString());
                if (name.matches()) {
                    files.put(name.group(1), mail);
                }
            });
        } catch (IOException e) {
            throw new Failure("Cannot read the mails in " + folder + " (" + e.getMessage() + ").", e);
        }
        var pages = new TreeMap<String, Page>();
        files.forEach((person, mail) -> link(mail).ifPresent(link -> pages.put(person, new Page(link))));
        return pages;
    }

    private static Optional<URI> link(Path mail) {
        try (var bytes = Files.newInputStream(mail)) {
            var link = LINK.matcher(text(new MimeMessage(Session.getInstance(new Properties()), bytes).getContent()));
            return link.find() ? Optional.of(URI.create(link.group())) : Optional.empty();
        } catch (IOException | MessagingException e) {
            throw new Failure("Cannot read the mail " + mail + " (" + e.getMessage() + ").", e);
        }
    }

    /** The first text of a mail, however deep it lies. */
    private static String text(Object content) throws IOException, MessagingException {
        var inner = content;
        while (inner instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            inner = first.getContent();
        }
        return String.valueOf(inner);
    }

    /** The page that one person answers on. */
    final class Page {

        private final URI link;

        private Page(URI link) {
            this.link = link;
        }

        /** Ids of the clients that can be answered for. */
        List<String> clients() {
            var html = send(HttpRequest.newBuilder(link).build(), 200);
            return CLIENT.matcher(html).results().map(found -> found.group(1)).toList();
        }

        /** @param planned the day; empty for what is done */
        void answer(List<String> clients, Optional<LocalDate> planned) {
            var form = clients.stream().map(id -> "client=" + id).collect(Collectors.joining("&"))
                    + planned.map(day ->
                                    "&kind=planned&date=" + URLEncoder.encode(day.toString(), StandardCharsets.UTF_8))
                            .orElse("&kind=done");
            var request = HttpRequest.newBuilder(link)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            send(request, 303);
        }

        private String send(HttpRequest request, int expected) {
            try {
                for (var wait = patience.with(link); ; ) {
                    try {
                        return body(http.send(request, HttpResponse.BodyHandlers.ofString()), expected);
                    } catch (IOException e) {
                        if (!wait.again()) {
                            throw new Failure("The page of a mail cannot be reached (" + e.getMessage() + ").", e);
                        }
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("Interrupted.", e);
            }
        }

        private static String body(HttpResponse<String> answer, int expected) {
            if (answer.statusCode() != expected) {
                throw new Failure("The page of a mail answers " + answer.statusCode() + ".");
            }
            return answer.body();
        }
    }
}
