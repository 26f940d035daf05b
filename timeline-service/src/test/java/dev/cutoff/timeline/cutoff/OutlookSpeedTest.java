package dev.cutoff.timeline.cutoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testing.Tokens;
import dev.cutoff.timeline.InventoryStub;
import dev.cutoff.timeline.Timeline;
import dev.cutoff.timeline.TimelineTest;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The measurement that the bench asks for answers with figures that can be compared. */
@TimelineTest
class OutlookSpeedTest {

    @Test
    void the_service_is_compared_with_the_pure_function_on_the_same_tenants() {
        var tenant = InventoryStub.tenant("worldwide", null);
        Timeline.now("2022-10-05T08:00:00Z");

        var speeds = Timeline.as(Tokens.admin(tenant))
                .get("/local/outlook-speed?seconds=1")
                .jsonPath();

        assertThat(speeds.getInt("tenants")).isEqualTo(1);
        assertThat(speeds.getInt("lines"))
                .isEqualTo(Timeline.get("/v1/tenants/" + tenant + "/outlook")
                        .jsonPath()
                        .getList("protocols")
                        .size());
        assertThat(speeds.getDouble("bare")).isPositive();
        assertThat(speeds.getDouble("assembly")).isPositive();
        assertThat(speeds.getDouble("ratio"))
                .isCloseTo(speeds.getDouble("assembly") / speeds.getDouble("bare"), Offset.offset(0.01));
    }

    @Test
    void who_may_not_measure_is_told_so() {
        assertThat(Timeline.as(Tokens.viewer()).get("/local/outlook-speed").statusCode())
                .isEqualTo(403);
        assertThat(Timeline.as(Tokens.admin())
                        .get("/local/outlook-speed?seconds=1")
                        .statusCode())
                .isEqualTo(404);
    }
}
