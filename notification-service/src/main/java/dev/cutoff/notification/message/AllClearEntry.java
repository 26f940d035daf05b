package dev.cutoff.notification.message;

import java.util.List;

/** What is over, in words: what was told, and why it need not be thought of any more. */
record AllClearEntry(AllClear clear, Digest digest, Reader reader) {

    Letter.Entry written() {
        var say = reader.say();
        var day = reader.told(clear.told());
        var clients = clear.clients();
        var words = switch (clear.why()) {
            case RESOLVED -> say.movedOn(day, clients.count());
            case UNDATED -> say.undated(day, reader.vendor(clear.topic().programme()));
            case WITHDRAWN -> say.withdrawn(day, reader.vendor(clear.topic().programme()), reader.tenants(clients));
        };
        return new Letter.Entry(
                Letter.Tone.OVER,
                reader.about(digest, clients),
                clear.why() == AllClear.Why.UNDATED
                        ? say.noDay(reader.topic(clear.topic()))
                        : say.nothingMore(reader.topic(clear.topic())),
                List.of(Letter.Line.of(say.whatHasChanged(), words)),
                clients.count() == 0 ? List.of() : new ClientList(clients, digest, reader).ofTheirs());
    }
}
