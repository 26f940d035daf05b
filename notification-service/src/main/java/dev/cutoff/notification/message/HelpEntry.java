package dev.cutoff.notification.message;

import java.util.List;

/** A call for help, in words. */
record HelpEntry(HelpCall help, Digest digest, Reader reader) {

    Letter.Entry written() {
        var say = reader.say();
        var said = help.text() == null
                ? Letter.Line.of(say.saysNothingMore())
                : Letter.Line.of(say.theySay(help.person()), help.text());
        return new Letter.Entry(
                Letter.Tone.DECIDE,
                digest.tenants().size() == 1 ? null : help.tenant(),
                say.helpWanted(help.client(), reader.kind(help.kind())),
                List.of(said, Letter.Line.of(say.answerThem(help.person()))),
                List.of());
    }
}
