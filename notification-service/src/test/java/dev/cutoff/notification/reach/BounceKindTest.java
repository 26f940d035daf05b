package dev.cutoff.notification.reach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.1.1   |                                                                      | HARD
            5.1.2   | domain not found                                                     | HARD
            5.1.8   | 550 5.1.8 Sender rejected                                            | SOFT
            5.1.10  | RESOLVER.ADR.RecipientNotFound                                       | HARD
            5.2.1   | 550 5.2.1 The account is disabled                                    | HARD
            5.2.2   | 552 5.2.2 mailbox full                                               | SOFT
            5.4.1   | 550 5.4.1 Recipient address rejected: Access denied                  | HARD
            5.4.14  | 554 5.4.14 Hop count exceeded                                        | SOFT
            5.7.1   | 550 5.7.1 Unable to relay                                            | SOFT
            4.4.7   | 550 4.4.7 QUEUE.Expired                                              | SOFT
            5.0.0   | 550 user unknown                                                     | HARD
            5.0.0   |                                                                      | HARD
                    | 550 5.1.1 no such user                                               | HARD
                    | 550-5.1.1 The email account that you tried to reach does not exist.  | HARD
                    | 550 no such user                                                     | HARD
                    | 551 user not local                                                   | HARD
                    | 550 relay not permitted                                              | SOFT
                    | 552 too much mail                                                    | SOFT
                    | 450 4.2.1 mailbox busy                                               | SOFT
                    | 421 come back                                                        | SOFT
                    | connect to mx.contoso.example[5.1.1.9]:25: timed out                 | SOFT
                    |                                                                      | SOFT
            """)
    void only_what_says_that_the_mailbox_is_gone_is_hard(String status, String text, BounceKind kind) {
        assertThat(BounceKind.of(status, text)).isEqualTo(kind);
    }
}
