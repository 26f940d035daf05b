package dev.cutoff.notification.plan;

import dev.cutoff.notification.affected.Sighted;
import dev.cutoff.notification.answer.Answer;
import dev.cutoff.notification.ladder.AnswerStanding;
import dev.cutoff.notification.ladder.Answered;
import dev.cutoff.notification.ladder.Reply;
import dev.cutoff.notification.line.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people say about one client, held against what is known of it by now. Pure. */
final class ClientAnswers {

    private final Scene scene;
    private final Sighted sighted;
    private final List<Answer> answers;

    ClientAnswers(Scene scene, Sighted sighted, List<Answer> answers) {
        this.scene = scene;
        this.sighted = sighted;
        this.answers = answers;
    }

    Answered about(Line line) {
        return answers.isEmpty() ? Answered.NOTHING : Answered.of(replies(line), ground(line));
    }

    /** Who says of the line that the client is somebody else's. */
    Set<String> disowning(Line line) {
        return answers.isEmpty() ? Set.of() : Answered.disowning(replies(line), ground(line));
    }

    /** How each answer stands: of one about several lines what matters most. */
    Map<UUID, AnswerStanding> standings() {
        return answers.stream().collect(Collectors.toMap(Answer::id, this::standing));
    }

    /** The answers as they stand by now. */
    List<Answer> asStanding() {
        return answers.stream().map(answer -> answer.standing(standing(answer))).toList();
    }

    private AnswerStanding standing(Answer answer) {
        var client = sighted.client();
        var grounds = client.lines().stream()
                .filter(answer.about()::include)
                .map(this::ground)
                .toList();
        return answer.asReply().standing(grounds.isEmpty() ? List.of(scene.ground(client)) : grounds);
    }

    /** What is said about the line, whether or not it holds. */
    List<Reply> replies(Line line) {
        return answers.stream()
                .filter(answer -> answer.about().include(line))
                .map(Answer::asReply)
                .toList();
    }

    private Reply.Ground ground(Line line) {
        return scene.ground(sighted.client(), line, sighted.lastUses().get(line));
    }
}
