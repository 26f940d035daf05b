package dev.cutoff.notification.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the words of its reader, before it is HTML or text. Both are made of this and add nothing of their own, so that they say the
 * same.
 *
 * @param language tag of the language
 * @param sender whose mail it is, in the head of it
 * @param link to the page on which the reader answers; null if there is nothing to answer
 * @param closing whom to ask, and who writes
 */
record Letter(
        String language,
        String sender,
        List<Part> parts,
        @Nullable Link link,
        List<String> closing) {

    /**
     * A page to open.
     *
     * @param title what is to be pressed
     * @param text what one does there
     */
    record Link(String title, String text, String address) {}

    /** What has the same urgency, under its own heading. */
    record Part(String title, List<Entry> entries) {}

    /**
     * One thing.
     *
     * @param about the tenants that it is about; null where the whole mail is about one
     * @param sections lists below the lines, such as the clients
     */
    record Entry(Tone tone, @Nullable String about, String title, List<Line> lines, List<Section> sections) {}

    /** What colour marks it. */
    enum Tone {
        STOPS("#c2410c"),
        DECIDE("#1d4ed8"),
        OVER("#15803d"),
        UNSEEN("#5b5b66");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }

        /** As CSS has it. It only marks what the words say anyway. */
        public String colour() {
            return colour;
        }
    }

    /**
     * A sentence, or a few.
     *
     * @param label what it answers, such as "When"; null without one
     * @param isQuiet whether it is a note at the margin
     */
    record Line(@Nullable String label, String text, boolean isQuiet) {

        static Line of(String text) {
            return new Line(null, text, false);
        }

        static Line of(String label, String text) {
            return new Line(label, text, false);
        }

        static Line quiet(String text) {
            return new Line(null, text, true);
        }
    }

    /** A list with its heading. */
    record Section(String title, List<Item> items) {}

    /**
     * One of a list.
     *
     * @param label what stands out in front; null without one
     */
    record Item(@Nullable String label, String text) {}
}
