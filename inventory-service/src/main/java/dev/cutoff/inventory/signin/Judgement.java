package dev.cutoff.inventory.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with a row. */
public sealed interface Judgement {

    /**
     * It is evidence.
     *
     * @param id of the sign-in, by which it is counted once
     * @param at in microseconds since 1970, as far as PostgreSQL tells times apart
     * @param userId of the account, or of the app; null if the row has only an address
     * @param address in lower case; null if the row has only an id
     * @param traits what it used
     */
    record Taken(
            UUID id,
            long at,
            @Nullable UUID userId,
            @Nullable String address,
            Traits traits,
            Result result) implements Judgement {}

    /** A guest's: another tenant answers for that account. */
    record Guest() implements Judgement {}

    /**
     * It cannot be taken.
     *
     * @param field which field is wrong
     * @param reason why, without its subject: {@code is not a GUID}
     * @param value what stood there
     */
    record Refused(
            SignInField field, String reason, @Nullable String value) implements Judgement {}
}
