package dev.cutoff.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class GroupCommandTest {

    @Test
    void by_itself_it_says_what_there_is() {
        var err = new StringWriter();
        var group = GroupCommand.of("a proof", "Show something.")
                .addSubcommand("kills", GroupCommand.of("a kill", "One."))
                .addSubcommand("year", GroupCommand.of("a year", "Another."))
                .setErr(new PrintWriter(err));

        assertThat(group.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("name a proof: kills, year", "Show something.");
    }
}
