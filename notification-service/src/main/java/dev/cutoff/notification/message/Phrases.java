package dev.cutoff.notification.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a mail, in English; those of another language stand in {@code messages/mail_LANGUAGE.properties}. The build refuses
 * one that names a parameter which is not there. Dates, names and lists come in as words of the same language ({@link Reader}). Those of
 * the subject, of days, of clients and of why it is this person stand in interfaces of their own, each with a file of its own.
 */
@MessageBundle(value = "mail", locale = "en")
public interface Phrases {

    // The parts of a mail.

    @Message("Act now")
    String actNow();

    @Message("Coming")
    String coming();

    @Message("Moved")
    String moved();

    @Message("Resolved")
    String resolved();

    @Message("What can no longer be seen")
    String unseen();

    // What it is about.

    @Message("{auth} for {protocols}")
    String topic(String auth, String protocols);

    @Message("{topic} ({qualifier})")
    String topicOf(String topic, String qualifier);

    @Message("{topic} stops")
    String stops(String topic);

    @Message("{topic} has stopped")
    String hasStopped(String topic);

    @Message("Decide by {date}: {topic}")
    String decide(String date, String topic);

    @Message("{topic}: nothing more to do")
    String nothingMore(String topic);

    @Message("these {count} tenants")
    String theseTenants(int count);

    // What has moved.

    @Message("until now we told you {before}. Now it is {after}.")
    String toldBefore(String before, String after);

    @Message("we had told you that this is over. It is not.")
    String reopened();

    @Message("Your answer")
    String yourAnswer();

    @Message(
            "you, or somebody for you, said that it is done, but a sign-in of this kind has been seen since. Please look again; where the"
                    + " account is shared, it may be another client that uses it.")
    String contradicted();

    // What is too much.

    @Message("and {count} more")
    String andMore(int count);

    // What to do.

    @Message("What to do for {whom}")
    String whatToDo(String whom);

    @Message("What to do for {whom} (one of these)")
    String whatToDoOneOf(String whom);

    // What can be decided.

    @Message("What you can do now")
    String whatYouCanDo();

    @Message(
            "{action}{#if channel}, {channel}{/if}{#if until}, until {until}{/if}{#if keeps}. It then goes on working until {keeps}{/if}.")
    String possible(String action, @Nullable String channel, @Nullable String until, @Nullable String keeps);

    @Message("Nothing can be asked for today; it may be from another day on.")
    String nothingToday();

    @Message("{count} {#if count == 1}client{#else}clients{/if}")
    String countOfClients(int count);

    // What is over.

    @Message(
            "we told you {day}. {#if count == 1}This client has{#else}These {count} clients have{/if} moved on or"
                    + " {#if count == 1}is{#else}are{/if} gone: you will hear no more about {#if count == 1}it{#else}them{/if}.")
    String movedOn(String day, int count);

    @Message("No day any more: {topic}")
    String noDay(String topic);

    @Message(
            "we told you {day}. That day holds no more, and {vendor} has not named another. It still comes; you will hear when it has a"
                    + " day again.")
    String undated(String day, String vendor);

    @Message(
            "we told you {day}. {vendor} has taken that back, or it does not concern {tenants} any more: there is nothing to do.")
    String withdrawn(String day, String vendor, String tenants);

    @Message("What has changed")
    String whatHasChanged();

    @Message("{topic}: {days}; {clients}, {tenants}")
    String brief(String topic, String days, String clients, String tenants);

    @Message("Also")
    String also();

    @Message("{count} more things")
    String countOfThings(int count);

    @Message("decide by {date}")
    String decideBy(String date);

    // What can no longer be seen.

    @Message("{source} goes on, but says nothing of {protocols} any more")
    String quiet(String source, String protocols);

    @Message("{source} has brought nothing of {protocols} for twice its usual pause")
    String stale(String source, String protocols);

    @Message(
            "The vendor counts {count} {#if count == 1}account{#else}accounts{/if} with {protocols} that nobody here has a name for")
    String gap(int count, String protocols);

    @Message(
            "{#if last}The last of it is of {last}. {/if}Until there is more, silence proves nothing: what looks migrated may not be.")
    String silenceProvesNothing(@Nullable String last);

    // The calendar and the list.

    @Message("{tenant}: {what}")
    String ofTenant(String tenant, String what);

    @Message("{topic} may stop from this day on")
    String mayStopFromHere(String topic);

    @Message("decide about {topic}")
    String decideAbout(String topic);

    @Message("yes")
    String yes();

    // Who asks for help.

    @Message("Help is wanted with {client} ({kind})")
    String helpWanted(String client, String kind);

    @Message("{person} says")
    String theySay(String person);

    @Message("Nothing more is said.")
    String saysNothingMore();

    @Message("Please write to {person}, who answers for it or was told of it.")
    String answerThem(String person);

    // The page on which one answers.

    @Message("Answer now")
    String answerNow();

    @Message(
            "Done, planned for a day, not yours, or in need of help? Say so here; it takes a moment and no account. The link is yours alone.")
    String answerHow();

    // The end.

    @Message("Questions about {tenants}: {contact}")
    String questions(String tenants, String contact);

    @Message(
            "Sent by Cutoff, which watches what mail vendors switch off. Days are days in UTC unless a time zone is given.")
    String sentBy();
}
