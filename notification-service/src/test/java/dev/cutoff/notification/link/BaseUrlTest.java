package dev.cutoff.notification.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://cutoff.example, https://cutoff.example",
        "https://cutoff.example/, https://cutoff.example",
        "https://cutoff.example/answers/, https://cutoff.example/answers",
        "http://localhost:8083, http://localhost:8083"
    })
    void links_are_made_with_it(URI address, String base) {
        assertThat(BaseUrl.of(address)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cutoff.example",
                "cutoff.example",
                "ftp://cutoff.example",
                "https:///a",
                "https://cutoff.example?x=1",
                "https://cutoff.example#x"
            })
    void what_would_be_wrong_in_every_mail_refuses_the_start(URI address) {
        assertThatThrownBy(() -> BaseUrl.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cutoff.link.base-url");
    }
}
