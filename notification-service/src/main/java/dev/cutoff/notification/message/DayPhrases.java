package dev.cutoff.notification.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/** Days: when it stops, who has said so, and until when one decides. Sentences like those of {@link Phrases}. */
@MessageBundle(value = "day", locale = "en")
public interface DayPhrases {

    @Message("When")
    String when();

    @Message("any day from {from} on.")
    String anyDayFrom(String from);

    @Message("on a day from {from} to {to}.")
    String onADay(String from, String to);

    @Message("{day}, the day that {vendor} has named for {tenants}.")
    String namedDay(String day, String vendor, String tenants);

    @Message("{vendor} has not named the day for {tenants} yet; be ready by the first.")
    String notNamed(String vendor, String tenants);

    @Message("The first of these days begins on {moment}.")
    String firstBegins(String moment);

    @Message("It begins on {moment}.")
    String begins(String moment);

    @Message("It began on {moment}.")
    String began(String moment);

    @Message("{utc} UTC")
    String momentInUtc(String utc);

    @Message("{utc} UTC ({local} in {zone})")
    String momentThere(String utc, String local, String zone);

    @Message("a day from {from} on")
    String aDayFrom(String from);

    @Message("a day from {from} to {to}")
    String aDayOf(String from, String to);

    @Message("As announced on {announced}{#if checked}, checked on {checked}{/if}.")
    String announced(String announced, @Nullable String checked);

    @Message("Checked more than {days} days ago: ask {vendor} before you rely on it.")
    String checkedLongAgo(int days, String vendor);

    @Message("That is the last day on which a decision changes when {programme} stops for {tenants}.")
    String lastDayToDecide(String programme, String tenants);

    @Message("It ends on {moment}.")
    String ends(String moment);

    @Message("Without one it stops on {day}.")
    String withoutOne(String day);

    @Message("It has been off since {day}, and without one stays so.")
    String staysOff(String day);

    @Message("Without one it stops on a day from {from} to {to}.")
    String withoutOneOnADay(String from, String to);

    @Message("Without one it stops any day from {from} on.")
    String withoutOneFrom(String from);
}
