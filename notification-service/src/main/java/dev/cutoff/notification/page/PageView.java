package dev.cutoff.notification.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page in words, before it is HTML.
 *
 * @param language tag of the language
 * @param token of the link, as it stands in the address
 * @param kept what has just been done; null if nothing
 * @param total how many clients there are on all pages
 * @param canAnswerAll whether all can be answered for at once
 * @param form what was typed, if it has to be corrected
 */
record PageView(
        String language,
        String token,
        String person,
        @Nullable String kept,
        List<Wrong> errors,
        List<Card> cards,
        int total,
        boolean canAnswerAll,
        int mostAtOnce,
        Form form,
        String today,
        Paging paging) {

    /**
     * Something to correct.
     *
     * @param field id of the field
     */
    record Wrong(String field, String text) {}

    /**
     * A client.
     *
     * @param label what people know it by
     * @param details its kind, and so on
     * @param lines what stops and when, and what was said
     * @param isOpen whether there is something to answer
     * @param isChosen whether it is chosen already
     */
    record Card(
            String id,
            String tenant,
            String label,
            String details,
            List<String> lines,
            @Nullable String said,
            List<String> standing,
            List<Steps> steps,
            boolean isOpen,
            boolean isChosen) {}

    /** What to do, for some of what it uses. */
    record Steps(String title, List<String> ways) {}

    /**
     * Which of the pages it is, from 1.
     *
     * @param previous null on the first
     * @param next null on the last
     */
    record Paging(
            int page,
            int of,
            @Nullable Integer previous,
            @Nullable Integer next) {}

    public boolean isPaged() {
        return paging.of() > 1;
    }

    /** Whether there is something to answer on this page. */
    public boolean isOpen() {
        return cards.stream().anyMatch(Card::isOpen);
    }

    public @Nullable String error(String field) {
        return errors.stream()
                .filter(wrong -> wrong.field().equals(field))
                .map(Wrong::text)
                .findFirst()
                .orElse(null);
    }

    public boolean says(String kind) {
        return kind.equals(form.kind());
    }
}
