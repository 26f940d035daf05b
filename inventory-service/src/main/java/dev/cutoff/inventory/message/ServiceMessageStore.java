package dev.cutoff.inventory.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.commons.page.ListQuery;
import dev.cutoff.commons.page.Page;
import dev.cutoff.commons.page.Paging;
import dev.cutoff.commons.security.TenantScope;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class ServiceMessageStore {

    private static final String COLUMNS = """
            m.tenant_id, m.id, m.last_modified_date_time, m.title, m.category, m.severity, m.services, m.tags, m.is_major_change,
            m.start_date_time, m.end_date_time, m.action_required_date_time as action_required_by_date_time,
            m.expiry_date_time, m.details, m.body""";

    private final Jdbi jdbi;

    ServiceMessageStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    int add(UUID tenant, List<JsonNode> messages) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                insert into service_message (tenant_id, id, last_modified_date_time, title, category, severity, services, tags,
                                             is_major_change, start_date_time, end_date_time, action_required_date_time,
                                             expiry_date_time, details, body)
                select :tenant, m->>'id', (m->>'lastModifiedDateTime')::timestamptz, m->>'title', m->>'category', m->>'severity',
                       array(select jsonb_array_elements_text(m->'services')), array(select jsonb_array_elements_text(m->'tags')),
                       (m->>'isMajorChange')::boolean, (m->>'startDateTime')::timestamptz, (m->>'endDateTime')::timestamptz,
                       (m->>'actionRequiredByDateTime')::timestamptz, (m->>'expiryDateTime')::timestamptz, m->'details',
                       m->>'body'
                from (select text::jsonb as m from unnest(:messages) as text) message
                on conflict do nothing""")
                .bind("tenant", tenant)
                .bind("messages", messages.stream().map(JsonNode::toString).toArray(String[]::new))
                .execute());
    }

    Page<ServiceMessage> list(TenantScope scope, @Nullable String id, @Nullable String service, Paging paging) {
        return ListQuery.of(ServiceMessage.class, COLUMNS, "service_message m")
                .within(scope, "m.tenant_id")
                .where("m.id = :id", "id", id)
                .where(":service = any (m.services)", "service", service)
                .sortable("lastModifiedDateTime", "m.last_modified_date_time", "timestamptz")
                .key("m.tenant_id", "uuid")
                .key("m.last_modified_date_time", "timestamptz")
                .key("m.id", "text")
                .page(jdbi, paging);
    }
}
