package dev.cutoff.local.year;

/** What an owner does about mail. */
enum Habit {
    /** Reads it and says nothing. */
    SILENT(36),
    /** Says nothing, and the clients fall silent: that is no migration. */
    QUIET(6),
    /** Says that it is done, and it is. */
    DONE(20),
    /** Says that it is done, and the clients are seen again. */
    RELAPSING(8),
    /** Says by when it will be done. */
    PLANS(10),
    /** Says that it is somebody else's. */
    DISOWNS(5),
    /** Asks for help. */
    ASKS(4),
    /** Takes the clients away without a word; the list of devices says so. */
    RETIRES(4),
    /** Is gone: mail comes back. */
    BOUNCES(7);

    private final int share;

    Habit(int share) {
        this.share = share;
    }

    /** @param percent from 0 to 99 */
    static Habit at(int percent) {
        var left = percent;
        for (var habit : values()) {
            left -= habit.share;
            if (left < 0) {
                return habit;
            }
        }
        throw new IllegalArgumentException("The shares are less than " + percent);
    }
}
