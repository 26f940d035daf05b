package dev.cutoff.local.year;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All mails of the year, by person, in the order in which they came. */
final class Postbox {

    private final Map<String, List<Mail>> mails = new HashMap<>();
    private int count;

    /** @param bytes as the mail server has them */
    void take(String person, byte[] bytes) {
        keep(MailReader.read(person, bytes));
    }

    synchronized void keep(Mail mail) {
        mails.computeIfAbsent(mail.person(), ignored -> new ArrayList<>()).add(mail);
        count++;
    }

    synchronized List<Mail> of(String person) {
        return List.copyOf(mails.getOrDefault(person, List.of()));
    }

    synchronized Map<String, List<Mail>> all() {
        return mails.keySet().stream().collect(Collectors.toMap(person -> person, this::of));
    }

    synchronized int count() {
        return count;
    }
}
