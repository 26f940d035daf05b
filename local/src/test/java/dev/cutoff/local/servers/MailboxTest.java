package dev.cutoff.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    private static final String MAIL = """
            Date: Thu, 1 Sep 2022 09:00:00 +0900
            From: Cutoff <cutoff@cutoff.example>
            To: =?UTF-8?Q?J=C3=BCrgen?= <Juergen@contoso.example>
            Message-ID: <abc@cutoff.example>
            Subject: =?UTF-8?B?5pel5pys6Kqe?= IMAP stops on 1 October, and this line is long enough
             to be folded
            X-Odd:   spaces   stay
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Grüße 日本語
            .a line that begins with a dot
            """.replace("\n", "\r\n");

    @TempDir
    private Path folder;

    private Mailbox mailbox;
    private int port;

    @BeforeEach
    void start() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        mailbox = new Mailbox(port, folder.resolve("mail"));
        mailbox.start();
    }

    @AfterEach
    void stop() {
        mailbox.stop();
    }

    @Test
    void a_mail_is_a_file_with_the_very_bytes_that_were_sent_before_it_is_acknowledged() throws IOException {
        var answer = send(MAIL, "Juergen@contoso.example");

        assertThat(answer).startsWith("250");
        assertThat(files()).containsExactly("20220901T000000Z-juergen@contoso.example.eml");
        assertThat(Files.readString(folder.resolve("mail").resolve(files().getFirst())))
                .isEqualTo(MAIL);
    }

    @Test
    void the_same_mail_twice_is_two_files() throws IOException {
        send(MAIL, "juergen@contoso.example");
        send(MAIL, "juergen@contoso.example");

        assertThat(files())
                .containsExactly(
                        "20220901T000000Z-juergen@contoso.example-2.eml",
                        "20220901T000000Z-juergen@contoso.example.eml");
    }

    @Test
    void an_address_does_not_lead_out_of_the_folder() throws IOException {
        send(MAIL, "\"../../x\"@contoso.example");

        assertThat(files()).singleElement().asString().doesNotContain("/");
        assertThat(folder.resolve("mail")).isDirectoryContaining("glob:**.eml");
    }

    @Test
    void a_mail_that_cannot_be_kept_is_not_acknowledged() throws IOException {
        Files.writeString(folder.resolve("mail"), "in the way");

        assertThat(send(MAIL, "juergen@contoso.example")).doesNotStartWith("250");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder.resolve("mail"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** @return the answer to the final dot */
    private String send(String mail, String recipient) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            in.readLine();
            for (var command :
                    List.of("HELO test", "MAIL FROM:<cutoff@cutoff.example>", "RCPT TO:<" + recipient + ">", "DATA")) {
                say(socket, command + "\r\n");
                in.readLine();
            }
            say(socket, mail.replace("\r\n.", "\r\n..") + ".\r\n");
            return String.valueOf(in.readLine());
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
