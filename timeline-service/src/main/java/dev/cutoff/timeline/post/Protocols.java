package dev.cutoff.timeline.post;

import dev.cutoff.timeline.rule.Protocol;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The protocols that sentences name, without those that they except. */
final class Protocols {

    private static final Map<Protocol, Pattern> NAMES = names();

    /** What stands behind these words is what is left alone. */
    private static final Pattern EXCEPTION = Pattern.compile(
            "(?i)\\b(except(ing)?( for)?|excluding|other than|apart from|with the exception of|but not)\\b[^.;]*");

    /** A sentence that says what does not happen names nothing that does. */
    private static final Pattern DENIAL = Pattern.compile(
            "(?i)\\b(not|n't|won't) (be )?(currently )?(touch|chang|turn|disabl|affect|block|remov|switch|retir)\\w*|\\b(is|are) (un|not )affected\\b");

    private Protocols() {}

    private static Map<Protocol, Pattern> names() {
        var names = new LinkedHashMap<Protocol, Pattern>();
        names.put(Protocol.AUTODISCOVER, pattern("autodiscover"));
        names.put(Protocol.EAS, pattern("exchange ?active ?sync|activesync|\\beas\\b"));
        names.put(Protocol.EWS, pattern("exchange web services|\\bews\\b|ewsenabled|ewsallowedappids"));
        names.put(Protocol.IMAP, pattern("\\bimap4?\\b"));
        names.put(Protocol.MAPI, pattern("\\bmapi\\b"));
        names.put(Protocol.OAB, pattern("offline address book|\\boab\\b"));
        names.put(Protocol.POP, pattern("\\bpop3?\\b"));
        names.put(Protocol.REMOTE_POWERSHELL, pattern("remote powershell|\\brps\\b"));
        names.put(Protocol.REPORTING_WEB_SERVICE, pattern("reporting web services?"));
        names.put(Protocol.RPC, pattern("\\brpc\\b|outlook anywhere"));
        names.put(Protocol.SCC_POWERSHELL, pattern("(security (&|and) compliance|\\bscc\\b) powershell"));
        names.put(Protocol.SMTP_AUTH, pattern("smtp auth|client submission"));
        return names;
    }

    private static Pattern pattern(String names) {
        return Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    static List<Protocol> namedIn(Collection<String> sentences) {
        var named = EnumSet.noneOf(Protocol.class);
        for (var sentence : sentences) {
            if (DENIAL.matcher(sentence).find()) {
                continue;
            }
            var rest = EXCEPTION.matcher(sentence).replaceAll(" ");
            NAMES.forEach((protocol, names) -> {
                if (names.matcher(rest).find()) {
                    named.add(protocol);
                }
            });
        }
        return List.copyOf(named);
    }
}
