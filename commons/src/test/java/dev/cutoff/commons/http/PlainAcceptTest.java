package dev.cutoff.commons.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainAcceptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv                                        | text/csv",
                "text/csv;q=0.1, application/json;q=0.9          | application/json,text/csv",
                "text/html, application/xml;q=0.9, */*;q=0.8     | text/html,application/xml,*/*",
                "application/json; charset=utf-8                 | application/json",
                "application/*;q=0.5, text/csv                   | text/csv,application/json",
                "text/csv;q=0, application/json                  | application/json",
                "application/json;q=0                            | x-nothing/x-nothing",
                "text/*                                          | text/csv,text/calendar,text/html,text/plain",
                "text/*;q=0.5, application/json                  | application/json,text/csv,text/calendar,text/html,text/plain",
                "image/*                                         | image/*",
                "garbage, text/csv                               | text/csv",
                "text/csv;q=much, text/plain                     | text/plain",
                "garbage                                         | garbage",
                "' , '                                           | */*",
                "''                                              | */*",
            })
    void what_is_wanted_most_comes_first_and_without_its_weight(String accept, String plain) {
        assertThat(PlainAccept.plain(List.of(accept))).isEqualTo(plain);
    }
}
