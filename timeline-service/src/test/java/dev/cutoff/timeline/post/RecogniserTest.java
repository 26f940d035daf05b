package dev.cutoff.timeline.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.commons.json.WireName;
import dev.cutoff.timeline.rule.Protocol;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A corpus of posts in the vendor's format and ways of putting things. Those with a number of the facts say what that post said; the others
 * are what tenants got, of which no copy is known word for word.
 */
class RecogniserTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EIGHT = "eas ews imap mapi oab pop remote-powershell rpc";

    @ParameterizedTest(name = "{0}: {1} {2} {4} {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MC237741         | EVERYBODY | exchange-online-basic-auth | all       | postponed        | -
            MC286990         | EVERYBODY | exchange-online-basic-auth | -         | scheduled        | -
            MC290828         | UNCLEAR   | exchange-online-basic-auth | all+smtp  | scheduled        | -
            MC312373         | USAGE     | exchange-online-basic-auth | -         | -                | -
            MC375736         | EVERYBODY | exchange-online-basic-auth | all       | scheduled        | -
            MC424238         | EVERYBODY | exchange-online-basic-auth | all       | scheduled        | -
            MC437540         | TENANT    | exchange-online-basic-auth | eas imap  | opt-out-received | -
            MC786329-1       | EVERYBODY | smtp-auth-basic            | smtp-auth | scheduled        | -
            MC786329-2       | EVERYBODY | smtp-auth-basic            | smtp-auth | scheduled        | -
            MC786329-3       | EVERYBODY | smtp-auth-basic            | smtp-auth | postponed        | -
            MC786329-4       | EVERYBODY | smtp-auth-basic            | smtp-auth | postponed        | -
            notice-7-days    | TENANT    | exchange-online-basic-auth | ews imap mapi oab pop rpc | scheduled | 2022-10-20
            notice-moved     | TENANT    | exchange-online-basic-auth | imap pop  | postponed        | 2022-11-03
            notice-cancelled | TENANT    | exchange-online-basic-auth | imap pop  | cancelled        | -
            notice-off       | TENANT    | exchange-online-basic-auth | imap pop  | disabled         | -
            notice-back      | TENANT    | exchange-online-basic-auth | imap      | re-enabled       | -
            notice-test      | TENANT    | exchange-online-basic-auth | -         | temporarily-off  | 2022-03-14
            notice-voided    | TENANT    | exchange-online-basic-auth | imap pop  | opt-out-voided   | -
            notice-two-days  | UNCLEAR   | exchange-online-basic-auth | imap pop  | scheduled        | -
            notice-by        | UNCLEAR   | exchange-online-basic-auth | pop       | scheduled        | -
            eas              | EVERYBODY | activesync-below-16-1      | eas       | scheduled        | -
            ews-usage        | USAGE     | exchange-web-services      | -         | -                | -
            teams            | OTHER     | -                          | -         | -                | -
            unclear          | UNCLEAR   | exchange-online-basic-auth | -         | -                | -
            """)
    void a_post_is_read(
            String file, Reading.Subject subject, String programme, String protocols, String kind, String day)
            throws IOException {
        var reading = Recogniser.read(post(file));

        assertThat(reading.subject()).as(reading.why()).isEqualTo(subject);
        assertThat(reading.programme()).isEqualTo(programme);
        assertThat(reading.kind() == null ? null : WireName.of(reading.kind()))
                .as(reading.why())
                .isEqualTo(kind);
        assertThat(reading.day() == null ? null : reading.day().toString()).isEqualTo(day);
        assertThat(reading.protocols().stream().map(WireName::of).collect(Collectors.joining(" ")))
                .isEqualTo(expected(protocols));
    }

    private static String expected(String protocols) {
        return switch (protocols) {
            case null -> "";
            case "all" -> EIGHT;
            case "all+smtp" -> EIGHT + " smtp-auth";
            case String named -> named;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            in October 2022
            in the first week of January 2023
            in the second half of 2027
            in 7 days
            starting 30 days from today
            by October 20, 2022
            no earlier than October 20, 2022
            between October 20, 2022 and October 27, 2022
            in the week of October 20, 2022
            over the weekend of October 22, 2022
            as early as October 20, 2022
            within a week of October 20, 2022
            approximately October 20, 2022
            on or after October 20, 2022
            on or about October 20, 2022
            on October 20 or 21, 2022
            on 10/20/2022
            on 20.10.2022
            in mid-October 2022
            on February 30, 2023
            on October 5, 2022
            """)
    void what_is_no_day_never_becomes_one(String when) {
        var reading = read("We will turn off Basic Authentication for IMAP in your tenant " + when + ".");

        assertThat(reading.day()).isNull();
        assertThat(reading.isPlain()).as(reading.why()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on October 20, 2022
            on October 20th 2022
            on Oct. 20, 2022
            on 20 October 2022
            on 2022-10-20
            """)
    void a_day_is_read_however_it_is_written(String when) {
        var reading = read("We will turn off Basic Authentication for IMAP in your tenant " + when + ".");

        assertThat(reading.day()).isEqualTo("2022-10-20");
        assertThat(reading.isPlain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If your tenant has been cancelled, we have disabled Basic Authentication in your tenant on October 20, 2022.
            We will not turn off Basic Authentication for IMAP in your tenant on October 20, 2022.
            We announced that we will turn off Basic Authentication for IMAP in your tenant on October 20, 2022.
            """)
    void what_is_conditional_denied_or_told_of_another_time_is_left_to_a_person(String sentence) {
        assertThat(read(sentence).isPlain()).isFalse();
    }

    @Test
    void a_post_that_says_whose_turn_it_is_speaks_to_the_tenant() {
        var reading = read(
                "Your tenant has been selected. Basic Authentication for IMAP will be turned off on October 20, 2022.");

        assertThat(reading.isPlain()).as(reading.why()).isTrue();
        assertThat(reading.day()).isEqualTo("2022-10-20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You have opted out of Basic Authentication being turned off for IMAP.                                    | opt-out-received | -
            We received your opt-out request for IMAP4.                                                              | opt-out-received | -
            Your tenant's request to opt out for IMAP has been received.                                             | opt-out-received | -
            Turning off Basic Authentication for IMAP in your tenant, scheduled for October 20, 2022, has been postponed to November 3, 2022. | postponed | 2022-11-03
            Basic Authentication for IMAP has now been disabled in your organization.                                | disabled         | -
            Basic Authentication for IMAP was turned off in your tenant on October 13, 2022.                         | disabled         | 2022-10-13
            We will be turning off Basic Authentication for IMAP in your organization starting 2022-10-20.           | scheduled        | 2022-10-20
            We will turn off Basic Authentication for IMAP in your tenant for 12 to 48 hours on October 20, 2022.    | temporarily-off  | 2022-10-20
            """)
    void one_thing_is_said_in_many_ways(String sentence, String kind, String day) {
        var reading = read(sentence);

        assertThat(reading.isPlain()).as(reading.why()).isTrue();
        assertThat(reading.kind() == null ? "-" : WireName.of(reading.kind())).isEqualTo(kind);
        assertThat(reading.day() == null ? "-" : reading.day().toString()).isEqualTo(day);
        assertThat(reading.protocols()).containsExactly(Protocol.IMAP);
    }

    @Test
    void markup_is_read_as_a_person_sees_it() {
        assertThat(
                        Markup.text(
                                "<p>A&nbsp;&amp; B<br/>C</p><ul><li>D &#39;E&#x27;</li></ul><script>x()</script><!-- no --><a href='x'>F</a"))
                .isEqualTo("A & B\nC\nD 'E'\nF");
        assertThat(Markup.text("a < b")).startsWith("a");
    }

    private static Reading read(String text) {
        return Recogniser.read(new Post("MC1", "Basic Authentication", text, Instant.parse("2022-10-13T09:00:00Z")));
    }

    private static Post post(String file) throws IOException {
        try (var stream = RecogniserTest.class.getResourceAsStream("/posts/" + file + ".json")) {
            var message = JSON.readTree(stream);
            return new Post(
                    message.path("id").asText(),
                    message.path("title").asText(),
                    Markup.text(message.at("/body/content").asText()),
                    Instant.parse(message.path("lastModifiedDateTime").asText()));
        }
    }
}
