package dev.cutoff.timeline.programme;

/** A catalogue file that cannot be used. The service does not start with it: a wrong date is worse than no service. */
final class BadCatalogue extends RuntimeException {

    /**
     * @param file its name
     * @param line on which the mistake stands, from 1
     * @param field JSON pointer to it; empty for the whole file
     * @param mistake what is wrong, and what would be right
     */
    BadCatalogue(String file, int line, String field, String mistake) {
        super("%s, line %d: %s %s".formatted(file, line, field.isEmpty() ? "the file" : field, mistake));
    }
}
