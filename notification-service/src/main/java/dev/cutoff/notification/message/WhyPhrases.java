package dev.cutoff.notification.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why it is this person who is told, and who was before. Sentences like those of {@link Phrases}. */
@MessageBundle(value = "why", locale = "en")
public interface WhyPhrases {

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
}
