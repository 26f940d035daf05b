package dev.cutoff.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import dev.cutoff.commons.security.Caller;
import dev.cutoff.commons.security.Callers;
import dev.cutoff.notification.Facts;
import dev.cutoff.notification.NotificationTest;
import dev.cutoff.notification.Stage;
import dev.cutoff.notification.World;
import dev.cutoff.notification.notice.Claim;
import dev.cutoff.notification.notice.Ending;
import dev.cutoff.notification.notice.Outcome;
import dev.cutoff.notification.notice.Phase;
import dev.cutoff.notification.notice.Result;
import dev.cutoff.notification.notice.Selection;
import dev.cutoff.notification.plan.Planning;
import dev.cutoff.notification.transport.Ways;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What senders that are at it at the same time have noted together. */
@NotificationTest
class GroupCommitTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final UUID contoso = UUID.randomUUID();

    World world;
    GreenMail mail;
    private Stage stage;

    @Inject
    Attempts attempts;

    @Inject
    Planning planning;

    @Inject
    MeterRegistry metrics;

    @BeforeEach
    void two_notices_may_leave() {
        stage = new Stage(world, mail);
        world.tenant(contoso, Facts.tenant("Contoso", "UTC"));
        world.line(contoso, "imap", "basic", Facts.window("working", null));
        for (var owner : List.of("nao@contoso.example", "toru@contoso.example")) {
            world.usage(
                    contoso, "imap", "basic", world.client(contoso, UUID.randomUUID(), Facts.client("Tool", owner)));
        }
        stage.at("2022-09-16T13:00:00Z").releasedByHand(contoso);
        planning.planNow();
    }

    @Test
    void an_answer_is_noted_with_the_question_about_the_next_mail() {
        var claims = claims();
        var notes = notes(LONG);

        notes.whileAsking(() -> {
            assertThat(notes.mayFinish(claims.getFirst())).isTrue();
            notes.ended(new Ending(claims.getFirst(), new Result(Outcome.ACCEPTED, Phase.DOT, 250, "250 queued")));
            pause();
            return notes.mayFinish(claims.getLast());
        });

        assertThat(stage.rows("select state || ' ' || phase from notice order by 1"))
                .containsExactly("sending dot", "sent dot");
        assertThat(stage.rows("select distinct xmin::text from notice"))
                .as("transactions that wrote last")
                .hasSize(1);
    }

    @Test
    void who_has_not_come_to_the_end_of_a_mail_keeps_nobody_waiting_for_long() {
        var claims = claims();
        var notes = notes(Duration.ofMillis(20));
        var isThrough = new CompletableFuture<Boolean>();
        for (var slow = 0; slow < 2; slow++) {
            Thread.ofVirtual().start(() -> notes.whileAsking(isThrough::join));
        }

        var mayFinish =
                CompletableFuture.supplyAsync(() -> notes.whileAsking(() -> notes.mayFinish(claims.getFirst())));

        assertThat(mayFinish).succeedsWithin(LONG).isEqualTo(true);
        isThrough.complete(true);
    }

    /** Time enough to note it alone. */
    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Claim> claims() {
        var begun = Callers.as(
                Caller.system("test"),
                () -> attempts.begin(
                        Ways.to("smtp://localhost:1"), new Selection(10, true, Set.of(), List.of(), null)));
        assertThat(begun).hasSize(2);
        return begun.stream().map(Attempts.Attempt::claim).toList();
    }

    private GroupCommit notes(Duration patience) {
        return new GroupCommit(attempts, Ways.NO_FAILPOINTS, metrics, patience);
    }
}
