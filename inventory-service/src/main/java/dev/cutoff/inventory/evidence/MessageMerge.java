package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.inventory.evidence.format.FormatName;
import dev.cutoff.inventory.message.ServiceMessages;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the vendor's messages. */
@Singleton
class MessageMerge extends ItemMerge {

    private final ServiceMessages messages;

    MessageMerge(JobStore store, ServiceMessages messages, ObjectMapper json) {
        super(store, json, FormatName.SERVICE_MESSAGES);
        this.messages = messages;
    }

    @Override
    Counts merge(Job job, List<Item> items) {
        var kept = messages.keep(job.tenantId(), trees(items));
        return new Counts(kept, items.size() - kept, 0);
    }
}
