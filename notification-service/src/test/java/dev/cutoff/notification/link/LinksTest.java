package dev.cutoff.notification.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.message.MailLinks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@NotificationTest
class LinksTest {

    World world;
    GreenMail mail;

    @Inject
    Links links;

    @Test
    void whoever_writes_the_first_mails_keeps_no_other_waiting_for_the_key() {
        new Stage(world, mail).sql("delete from link_key");

        asSystem(() -> {
            links();
            assertThat(CompletableFuture.supplyAsync(() -> asSystem(this::links)))
                    .succeedsWithin(Duration.ofSeconds(10));
            return null;
        });
    }

    private MailLinks links() {
        return links.make(
                UUID.randomUUID(),
                "nao@contoso.example",
                "en",
                List.of(UUID.randomUUID()),
                LocalDate.of(2026, 12, 31),
                false);
    }

    /** In a transaction of its own. */
    private static <T> T asSystem(Callable<T> work) {
        return Callers.as(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(work));
    }
}
