package dev.cutoff.local.proof;

import dev.cutoff.local.sink.Manner;
import dev.cutoff.local.sink.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process that stands still in the middle of a mail until its lease is over and another has sent it, and then goes on. */
record FreezeTrial() implements Trial {

    private static final int PEOPLE = 20;
    private static final long PATIENCE_SECONDS = 60;
    /** In which a process that goes on could send what it has in hand. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "frozen-beyond-the-lease";
    }

    @Override
    public int people() {
        return PEOPLE;
    }

    @Override
    public Outcome play(Stage stage, List<UUID> tenants) {
        var faults = new ArrayList<String>();
        // So that the mail that it has in hand is broken off by the fence, and not by its own impatience.
        var frozen = stage.replica("-Dcutoff.sending.reply-timeout=10M", "-Dcutoff.sending.parallel=1");
        var isInMail = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        stage.sink().behave(holdingFirst(isInMail, mayGoOn));
        tenants.forEach(tenant -> stage.release(frozen, tenant));
        if (!isOpenIn(isInMail)) {
            faults.add("nothing was sent");
        }
        frozen.freeze();
        var other = stage.replica();
        if (!stage.awaitSent(tenants)) {
            faults.add("not all was sent in time");
        }
        var taken = stage.sink().count();
        mayGoOn.countDown();
        frozen.thaw();
        pause();
        if (stage.sink().count() != taken) {
            faults.add("it sent what another had sent");
        }
        if (!frozen.isReady()) {
            faults.add("it did not go on");
        }
        stage.sink().behave(Manner.GOOD);
        frozen.stop();
        other.stop();
        return new Outcome(0, 0, faults);
    }

    /** The first mail waits where the server would say that it may come. */
    private static Manner holdingFirst(CountDownLatch isThere, CountDownLatch mayGoOn) {
        var isFirst = new AtomicBoolean(true);
        return step -> {
            if (step == Step.DATA && isFirst.getAndSet(false)) {
                isThere.countDown();
                return isOpen(mayGoOn);
            }
            return true;
        };
    }

    private static boolean isOpenIn(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isOpen(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AFTERWARDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
