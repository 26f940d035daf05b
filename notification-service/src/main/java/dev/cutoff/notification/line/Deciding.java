package dev.cutoff.notification.line;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which line decides for a usage: one at most, so that nobody is told of one usage twice. */
public final class Deciding {

    private final List<Statement> statements;

    /** @param statements all that timeline says of one tenant */
    public Deciding(Collection<Statement> statements) {
        this.statements = statements.stream().sorted(Statement.ORDER).toList();
    }

    /**
     * The most specific line; where another programme decides about that, the most specific one of the other.
     *
     * @return empty if nothing is said about the usage
     */
    public Optional<Line> of(Usage usage) {
        var concerned = statements.stream()
                .filter(statement -> statement.concerns(usage))
                .toList();
        return concerned.stream()
                .findFirst()
                .map(first -> concerned.stream()
                        .filter(statement -> statement.line().programme().equals(first.effective()))
                        .findFirst()
                        .orElse(first))
                .map(Statement::line);
    }
}
