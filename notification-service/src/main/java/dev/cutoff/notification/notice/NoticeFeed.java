package dev.cutoff.notification.notice;

import dev.cutoff.commons.change.ChangeLog;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notes in the feed of each tenant that a notice has changed; part of the transaction that is open. */
@Singleton
class NoticeFeed {

    private final NoticeStore notices;
    private final ChangeLog changes;

    NoticeFeed(NoticeStore notices, ChangeLog changes) {
        this.notices = notices;
        this.changes = changes;
    }

    void changed(UUID id, Collection<UUID> tenants) {
        var version = notices.versions(List.of(id)).get(id);
        changes.record(
                Notices.KIND,
                tenants.stream()
                        .map(tenant -> ChangeLog.Change.of(tenant, id, version))
                        .toList());
    }

    void changed(List<Claim> claims) {
        changed(claims, notices.versions(claims.stream().map(Claim::id).toList()));
    }

    /** @param versions of all of them after the change */
    void changed(List<Claim> claims, Map<UUID, Long> versions) {
        changes.record(
                Notices.KIND,
                claims.stream()
                        .flatMap(claim -> claim.tenants().stream()
                                .map(tenant -> ChangeLog.Change.of(tenant, claim.id(), versions.get(claim.id()))))
                        .toList());
    }
}
