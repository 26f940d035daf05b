package dev.cutoff.local.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkTest {

    private static final String ID = "<abc@cutoff.example>";
    private static final String MAIL =
            "Subject: x\r\nmessage-id: " + ID + "\r\n\r\nMessage-ID: <not@this.one>\r\n..\r\n";

    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void a_mail_counts_by_its_id_with_a_sum_of_its_bytes() throws IOException {
        send(MAIL);
        send(MAIL);
        send(MAIL.replace("Subject: x", "Subject: y"));

        assertThat(sink.count()).isEqualTo(3);
        assertThat(sink.messageIds()).isEqualTo(Set.of(ID));
        var taken = sink.taken(ID);
        assertThat(taken).extracting(Taken::recipient).containsOnly("owner@contoso.example");
        assertThat(taken.get(0)).isEqualTo(taken.get(1)).isNotEqualTo(taken.get(2));
    }

    @Test
    void a_mail_that_breaks_off_before_its_end_is_none() throws IOException {
        try (var socket = new Socket("127.0.0.1", sink.address().getPort())) {
            socket.getOutputStream()
                    .write("DATA\r\nMessage-ID: <abc@cutoff.example>\r\n\r\nbody\r\n."
                            .getBytes(StandardCharsets.UTF_8));
        }

        send(MAIL);
        assertThat(sink.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"GREETING, 0, 0", "EHLO, 1, 0", "MAIL, 2, 0", "RCPT, 3, 0", "DATA, 4, 0", "END, 5, 0", "TAKEN, 5, 1"})
    void it_hangs_up_where_it_is_told_to(Step where, int replies, int taken) throws IOException {
        sink.behave(step -> step != where);

        assertThat(send(MAIL)).hasSize(replies);
        assertThat(sink.count()).isEqualTo(taken);
    }

    private List<String> send(String mail) throws IOException {
        var replies = new ArrayList<String>();
        try (var socket = new Socket("127.0.0.1", sink.address().getPort())) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var out = socket.getOutputStream();
            var lines = List.of(
                    "EHLO me\r\n",
                    "MAIL FROM:<cutoff@cutoff.example> RET=HDRS\r\n",
                    "RCPT TO:<owner@contoso.example> NOTIFY=FAILURE\r\n",
                    "DATA\r\n",
                    mail + ".\r\n",
                    "QUIT\r\n");
            for (var next : lines) {
                var reply = reply(in);
                if (reply == null) {
                    break;
                }
                replies.add(reply);
                out.write(next.getBytes(StandardCharsets.UTF_8));
            }
        }
        return replies;
    }

    /** The last line of a reply; null when the other side has hung up. */
    private static String reply(BufferedReader in) throws IOException {
        var line = in.readLine();
        while (line != null && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line;
    }
}
