package dev.cutoff.inventory.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stages the items of a list as they are; the domain reads them when they are merged, by the rules of an upsert. */
final class ListIntake extends Intake<Map<String, @Nullable Object>> {

    static final String COLUMNS = "(n, line, item, field, reason, value)";

    private final ObjectMapper json;

    ListIntake(BinaryCopy copy, ObjectMapper json) {
        super(copy);
        this.json = json;
    }

    @Override
    public void record(long line, Map<String, @Nullable Object> item) {
        try {
            copy.row(6).bigint(next()).bigint(line).text(json.writeValueAsString(item));
            copy.absent().absent().absent();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void writeRejected(
            long number, long line, @Nullable String column, String reason, @Nullable String value) {
        copy.row(6)
                .bigint(number)
                .bigint(line)
                .absent()
                .text(column)
                .text(reason)
                .text(value);
    }
}
