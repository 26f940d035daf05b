package dev.cutoff.notification.notice;

import dev.cutoff.notification.reminder.Status;

/** What a person may do about a notice, by how far it has come. A pure decision. */
sealed interface Intervention {

    /** Nothing is left to do: it is so already. */
    record Nothing() implements Intervention {}

    /** @param detail what is in the way, and what may be done instead */
    record Refused(String detail) implements Intervention {}

    /** It goes out now and not when its pause is over. */
    record Hurry() implements Intervention {}

    /** It goes out as a mail that it failed to be, if it is still of use. */
    record Reopen() implements Intervention {}

    /** The very same mail goes out once more, and is counted. */
    record Repeat() implements Intervention {}

    /** It does not go out. */
    record Withdraw() implements Intervention {}

    /** The repetition that somebody asked for does not go out; what was sent stays sent. */
    record KeepSent() implements Intervention {}

    /** @param isAsked whether a repetition waits that somebody has asked for */
    static Intervention resend(Status status, boolean isAsked) {
        return switch (status) {
            case SENT -> new Repeat();
            case UNCERTAIN -> new Hurry();
            case RETRY -> isAsked ? new Nothing() : new Hurry();
            case FAILED -> new Reopen();
            case SENDING -> new Refused("It is being sent just now; wait for what becomes of it");
            case PLANNED, HELD -> new Refused("It has not been sent yet; release dispatch to let it out");
            case SUPERSEDED, EXPIRED, CANCELLED ->
                new Refused("It was never sent and will not be; whatever of it is still of use is in a later notice");
        };
    }

    static Intervention cancel(Status status, boolean isAsked) {
        return switch (status) {
            case PLANNED, HELD, UNCERTAIN -> new Withdraw();
            case RETRY -> isAsked ? new KeepSent() : new Withdraw();
            case CANCELLED -> new Nothing();
            case SENDING -> new Refused("It is being sent just now; pause dispatch to stop it before its end");
            case SENT -> new Refused("It has been sent; a mail cannot be called back");
            case FAILED -> new Refused("It has failed; nothing of it will be sent");
            case SUPERSEDED, EXPIRED -> new Refused("It will not be sent anyway");
        };
    }
}
