package dev.cutoff.notification.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of a mail, in English; those of another language stand in {@code messages/mail_LANGUAGE.properties}. The build refuses
 * one that names a parameter which is not there. Dates, names and lists come in as words of the same language ({@link Reader}).
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

    // The subject: how near it is, and how much it is.

    @Message("Has stopped: {what}")
    String subjectStopped(String what);

    @Message("Stops today: {what}")
    String subjectStopsToday(String what);

    @Message("Stops on {date}: {what}")
    String subjectStops(String date, String what);

    @Message("May stop any day: {what}")
    String subjectMayStop(String what);

    @Message("May stop from {date}: {what}")
    String subjectMayStopFrom(String date, String what);

    @Message("Decide by {date}: {what}")
    String subjectDecide(String date, String what);

    @Message("All clear: {what}")
    String subjectAllClear(String what);

    @Message("Help is wanted: {what}")
    String subjectHelp(String what);

    @Message("Evidence is missing: {what}")
    String subjectUnseen(String what);

    @Message("{count} mail {#if count == 1}client{#else}clients{/if} of yours")
    String clientsOfYours(int count);

    @Message("{count} mail {#if count == 1}client{#else}clients{/if} without an owner")
    String clientsUnowned(int count);

    @Message("{count} mail {#if count == 1}client{#else}clients{/if} at risk")
    String clientsAtRisk(int count);

    @Message("nothing more to decide")
    String nothingToDecide();

    @Message("{count} {#if count == 1}protocol{#else}protocols{/if}")
    String protocolsUnseen(int count);

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

    // When.

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

    @Message("a day from {from} on")
    String aDayFrom(String from);

    @Message("a day from {from} to {to}")
    String aDayOf(String from, String to);

    @Message("As announced on {announced}{#if checked}, checked on {checked}{/if}.")
    String announced(String announced, @Nullable String checked);

    @Message("Checked more than {days} days ago: ask {vendor} before you rely on it.")
    String checkedLongAgo(int days, String vendor);

    // Why this person.

    @Message("Why you")
    String whyYou();

    @Message("you answer for {#if count == 1}this client{#else}these {count} clients{/if}.")
    String youAnswer(int count);

    @Message(
            "nobody is known to answer for {#if count == 1}this client{#else}these {count} clients{/if} of {tenants}, and you are"
                    + " {#if many}the contact of each of them{#else}its contact{/if}.")
    String nobodyAnswers(int count, String tenants, boolean many);

    @Message("you stand in for who answers for {#if count == 1}this client{#else}these {count} clients{/if}.")
    String youStandIn(int count);

    @Message(
            "you are the contact of {tenants}, and hear of {#if count == 1}this client{#else}these {count} clients{/if} beside, or in place"
                    + " of, who answers for {#if count == 1}it{#else}them{/if}.")
    String youAreContact(int count, String tenants);

    @Message(
            "you are the manager of who answers for {#if count == 1}this client{#else}these {count} clients{/if}, and nobody who was told"
                    + " before has taken {#if count == 1}it{#else}them{/if}.")
    String youManage(int count);

    @Message("Told before you")
    String toldAlready();

    @Message("{person} on {day}")
    String heardOn(String person, String day);

    @Message("{count} more")
    String andOthers(int count);

    @Message("you can decide for {tenants}.")
    String youDecide(String tenants);

    // The clients.

    @Message("Clients")
    String clients();

    @Message("{kind}, account {account}{#if shared}, shared with others{/if}")
    String withAccount(String kind, String account, boolean shared);

    @Message("{client} ({details}): {protocols}")
    String client(String client, String details, String protocols);

    @Message("{client}; {owner} answers for it")
    String answeredBy(String client, String owner);

    @Message("{client}; nobody answers for it")
    String unanswered(String client);

    @Message("{count} {kind}: {protocols}")
    String kindCount(int count, String kind, String protocols);

    @Message("{name}: {count}")
    String share(String name, int count);

    @Message("and {count} more")
    String andMore(int count);

    @Message("All {count} stand in the attached list.")
    String allAttached(int count);

    @Message("The first {listed} of {count} stand in the attached list.")
    String firstAttached(int listed, int count);

    @Message("By tenant")
    String byTenant();

    @Message("By owner")
    String byOwner();

    @Message("nobody answers for it: {count}")
    String nobodyAnswersFor(int count);

    // What to do.

    @Message("What to do for {whom}")
    String whatToDo(String whom);

    @Message("What to do for {whom} (one of these)")
    String whatToDoOneOf(String whom);

    // What can be decided.

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

    @Message("What you can do now")
    String whatYouCanDo();

    @Message(
            "{action}{#if channel}, {channel}{/if}{#if until}, until {until}{/if}{#if keeps}. It then goes on working until {keeps}{/if}.")
    String possible(String action, @Nullable String channel, @Nullable String until, @Nullable String keeps);

    @Message("Nothing can be asked for today; it may be from another day on.")
    String nothingToday();

    @Message("Still at risk, {count} {#if count == 1}client{#else}clients{/if}")
    String atRisk(int count);

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
