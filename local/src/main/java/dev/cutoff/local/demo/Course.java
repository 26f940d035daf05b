package dev.cutoff.local.demo;

import dev.cutoff.local.suite.Service;
import java.time.LocalDate;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How ready all were, week by week, when it is over. */
final class Course implements Scene {

    private final LocalDate last;
    private final Desk desk;
    private final Teller teller;

    Course(LocalDate last, Desk desk, Teller teller) {
        this.last = last;
        this.desk = desk;
        this.teller = teller;
    }

    @Override
    public boolean isOn(LocalDate day) {
        return day.equals(last);
    }

    @Override
    public void play(LocalDate day) {
        var weeks = desk.all(desk.administrator(), Service.NOTIFICATION, "/v1/readiness?groupBy=week");
        teller.say("How far the affected clients had come, week by week, each figure with those that were further:");
        teller.quote("week of      affected   told  reached  answered  planned in time   done  verified");
        weeks.forEach(week -> teller.quote(line(week)));
    }

    private static String line(JsonNode week) {
        return String.format(
                Locale.ROOT,
                "%s %9d %6d %8d %9d %16d %6d %9d",
                week.path("value").asString(),
                week.path("clients").asLong(),
                week.path("atLeastTold").asLong(),
                week.path("atLeastReached").asLong(),
                week.path("atLeastAnswered").asLong(),
                week.path("atLeastPlanned").asLong(),
                week.path("atLeastDone").asLong(),
                week.path("verified").asLong());
    }
}
