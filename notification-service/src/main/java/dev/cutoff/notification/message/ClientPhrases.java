package dev.cutoff.notification.message;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Clients: one by one, and counted. Sentences like those of {@link Phrases}. */
@MessageBundle(value = "clients", locale = "en")
public interface ClientPhrases {

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

    @Message("Still at risk, {count} {#if count == 1}client{#else}clients{/if}")
    String atRisk(int count);
}
