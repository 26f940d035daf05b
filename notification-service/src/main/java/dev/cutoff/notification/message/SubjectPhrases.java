package dev.cutoff.notification.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The subject of a mail: how near it is, and how much it is. Sentences like those of {@link Phrases}. */
@MessageBundle(value = "subject", locale = "en")
public interface SubjectPhrases {

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
}
