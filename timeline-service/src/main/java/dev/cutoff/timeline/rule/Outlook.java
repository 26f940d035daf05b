package dev.cutoff.timeline.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one line of one tenant at an instant, by what was known on a day.
 *
 * @param span how long the state has lasted and will last
 * @param basis null where nothing is known
 * @param decisionBy last day on which a decision still changes the cutoff; null if none does
 * @param revision in force; null if none was known
 * @param rule of it that holds; null if none does
 */
public record Outlook(
        Programme programme,
        Line line,
        State state,
        @Nullable Basis basis,
        Span span,
        Cutoff cutoff,
        @Nullable LocalDate decisionBy,
        List<AllowedAction> allowedActions,
        @Nullable Statement declared,
        @Nullable Statement confirmed,
        @Nullable Statement observed,
        List<String> assumes,
        @Nullable Revision revision,
        @Nullable Rule rule) {}
