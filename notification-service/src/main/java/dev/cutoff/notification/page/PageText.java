package dev.cutoff.notification.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.jspecify.annotations.Nullable;

/** The sentences of the pages, in English; those of another language stand in {@code messages/page_LANGUAGE.properties}. */
@MessageBundle(value = "page", locale = "en")
public interface PageText {

    @Message("Your mail clients")
    String title();

    @Message("For {person}")
    String forWhom(String person);

    @Message(
            "This link is theirs alone: what is answered here counts as their answer, also if the mail was forwarded to you.")
    String theirs();

    @Message("Language")
    String language();

    @Message(
            "{count} mail {#if count == 1}client{#else}clients{/if} that you are told of {#if count == 1}uses{#else}use{/if} something that stops.")
    String count(int count);

    @Message("Nothing that you are told of is affected now. There is nothing to answer.")
    String nothing();

    @Message("Your answer for {count} {#if count == 1}client{#else}clients{/if} is kept. Thank you.")
    String kept(int count);

    @Message("Which clients?")
    String which();

    @Message("All {count} of them")
    String all(int count);

    @Message("There are more than {most}: answer page by page, or ask who runs this service to answer for you.")
    String tooMany(int most);

    @Message("{kind}, account {account}, shared with others")
    String shared(String kind, String account);

    @Message("{kind}, account {account}")
    String account(String kind, String account);

    @Message("{what} stops {when}.")
    String stops(String what, String when);

    @Message("{what} has stopped ({when}).")
    String stopped(String what, String when);

    @Message("{what} has no day yet.")
    String noDay(String what);

    @Message("on {day}")
    String onDay(String day);

    @Message("on {days}")
    String onADay(String days);

    @Message("It can be put off only until {date}.")
    String decideBy(String date);

    @Message("Told before you: {people}.")
    String toldBefore(String people);

    @Message("It has moved on, or is gone: nothing more to do.")
    String resolved();

    @Message("What to do")
    String whatToDo();

    @Message("You said on {date}: {what}")
    String said(String date, String what);

    @Message("done")
    String saidDone();

    @Message("planned for {date}")
    String saidPlanned(String date);

    @Message("not yours{#if whoElse}, perhaps {whoElse}{/if}")
    String saidNotMine(@Nullable String whoElse);

    @Message("help is needed")
    String saidNeedHelp();

    @Message("{what}: {text}")
    String withText(String what, String text);

    @Message("Evidence shows the same.")
    String confirmed();

    @Message("But a sign-in of this kind has been seen since; where the account is shared, it may be another client's.")
    String contradicted();

    @Message("That is too late: it may stop before, or can no longer be put off then.")
    String tooLate();

    @Message("What {tenant} could do in time: {actions}.")
    String helps(String tenant, String actions);

    @Message("{action}, until {date}")
    String until(String action, String date);

    @Message("That day is over, or somebody else answers for it now. Please answer again.")
    String lapsed();

    @Message("How does it stand?")
    String how();

    @Message("Done: it no longer uses what stops")
    String done();

    @Message("Planned: it will be done by a day")
    String planned();

    @Message("The day, for Planned")
    String date();

    @Message("Not mine: somebody else answers for it")
    String notMine();

    @Message("Who else, for Not mine (an address or a few words, if you know)")
    String whoElse();

    @Message("I need help: the contact of the organisation is told")
    String needHelp();

    @Message("Anything to add? (For help: what is needed)")
    String text();

    @Message("Send the answer")
    String send();

    @Message("Please correct this")
    String errors();

    @Message("Choose at least one client.")
    String noClient();

    @Message("What you chose is not among your clients any more. Please look again.")
    String gone();

    @Message("Choose one of the answers.")
    String noKind();

    @Message("Give the day by which it is planned: today or later, within 10 years.")
    String wrongDate();

    @Message("Who else: one line of at most 254 characters, and only with Not mine.")
    String wrongWhoElse();

    @Message("At most 1,000 characters of plain text.")
    String wrongText();

    @Message("The page is of another day. Please answer again.")
    String wrongPage();

    @Message("Pages")
    String pages();

    @Message("Previous page")
    String previous();

    @Message("Next page")
    String next();

    @Message("Page {page} of {of}")
    String pageOf(int page, int of);

    @Message("Is this not you?")
    String notMeTitle();

    @Message(
            "If none of this has to do with you, say so: you get no more of these mails, and somebody else is told instead.")
    String notMeText();

    @Message("I am the wrong person")
    String notMe();

    @Message("You get no more of these mails. Who runs this service can undo that.")
    String notMeKept();

    @Message("Stop these mails")
    String unsubscribeTitle();

    @Message("You get no more of these mails. What you answer for is told to somebody else instead: it still stops.")
    String unsubscribeText();

    @Message("Stop the mails")
    String unsubscribe();

    @Message("This link is over")
    String overTitle();

    @Message("Links end some weeks after the last day that they are about, or are taken back before.")
    String overText();

    @Message("A new link can be mailed, to the address that this one was made for and to no other.")
    String freshText();

    @Message("Mail me a new link")
    String fresh();

    @Message(
            "If there is still something to answer, a mail with a new link is on its way. One is sent in ten minutes at most.")
    String freshKept();

    @Message("There is nothing here")
    String unknownTitle();

    @Message("The link is incomplete, or none of ours. Open it once more from the mail.")
    String unknownText();

    @Message("That was too much at once")
    String tooLargeTitle();

    @Message("Go back, and answer for fewer clients or with a shorter text.")
    String tooLargeText();

    @Message("Please try again in a while")
    String unavailableTitle();

    @Message("Something that is needed for the answer cannot be reached. Nothing was kept.")
    String unavailableText();

    @Message("Your link for mail clients")
    String freshSubject();

    @Message("You asked for a new link. It is yours alone, and the one before goes on as long as it was to.")
    String freshBody();
}
