package dev.cutoff.notification.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The table of what to do, cell by cell, against the catalogue of what is retired. */
class StepsTest {

    private static final List<String> KINDS =
            List.of("desktop-app", "mobile-app", "device", "script", "service", "browser", "unknown");
    private static final List<String> PROTOCOLS = List.of(
            "mapi",
            "rpc",
            "oab",
            "ews",
            "pop",
            "imap",
            "eas",
            "autodiscover",
            "remote-powershell",
            "scc-powershell",
            "reporting-web-service",
            "smtp-auth",
            "other",
            "unspecified");
    private static final List<String> AUTH_METHODS = List.of("basic", "modern", "certificate", "unknown");
    private static final LocalDate LONG_AGO = LocalDate.parse("2018-01-01");

    private final Steps steps = Steps.shipped();

    /** A line of a programme as the vendor announced it last, and the last day on which it may still work. */
    private record Line(String programme, String protocol, String authMethod, LocalDate stops) {}

    @ParameterizedTest
    @ValueSource(strings = {"2018-07-03", "2022-09-16", "2026-11-26", "2030-01-01"})
    void no_cell_is_empty_whatever_ends_and_whenever_it_is_asked(String today) {
        for (var protocol : PROTOCOLS) {
            for (var authMethod : AUTH_METHODS) {
                for (var kind : KINDS) {
                    var asked = new Case("one-that-nobody-knows-yet", protocol, authMethod, kind);
                    assertThat(steps.advice(asked, LocalDate.parse(today), LocalDate.parse("2040-01-01"))
                                    .ways())
                            .as(asked.toString())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void every_programme_of_the_catalogue_has_a_cell_for_every_kind_and_no_way_ends_before_or_with_it() {
        for (var line : lines()) {
            for (var kind : KINDS) {
                var asked = new Case(line.programme(), line.protocol(), line.authMethod(), kind);
                for (var today : List.of(LONG_AGO, line.stops().minusDays(30), line.stops())) {
                    var advice = steps.advice(asked, today, line.stops());
                    assertThat(advice.ways()).as(asked.toString()).isNotEmpty();
                    assertThat(advice.ways())
                            .as(asked + " on " + today)
                            .allMatch(way ->
                                    way.end() == null || way.end().first().isAfter(line.stops()))
                            .allMatch(way -> way.since() == null || !way.since().isAfter(today));
                }
            }
        }
    }

    @Test
    void what_a_way_ends_with_is_what_the_catalogue_says() {
        var endings =
                steps.ways().values().stream().filter(way -> way.end() != null).toList();

        assertThat(endings).extracting(Way::id).containsExactlyInAnyOrder("hve", "ews-oauth", "reporting-oauth");
        for (var way : endings) {
            assertThat(firstDayOfEnd(way.end().programme()))
                    .as(way.id())
                    .isEqualTo(way.end().first());
        }
    }

    @Test
    void both_languages_have_words_for_every_way_and_no_others() {
        for (var language : List.of("en", "ja")) {
            var words = words(language);
            assertThat(words.stringPropertyNames())
                    .as(language)
                    .isEqualTo(steps.ways().keySet());
            assertThat(words.values()).allMatch(text -> !text.toString().isBlank());
            steps.ways()
                    .values()
                    .forEach(way -> assertThat(words.getProperty(way.id()).contains("{ends}"))
                            .as("%s says in %s when it ends", way.id(), language)
                            .isEqualTo(way.end() != null));
        }
    }

    @Test
    void every_way_is_offered_somewhere_and_has_a_source() {
        var offered = new HashSet<String>();
        var all = new ArrayList<>(lines());
        PROTOCOLS.forEach(protocol ->
                AUTH_METHODS.forEach(authMethod -> all.add(new Line("another", protocol, authMethod, LONG_AGO))));
        for (var line : all) {
            for (var kind : KINDS) {
                for (var today : List.of(line.stops(), LocalDate.parse("2026-11-26"))) {
                    var asked = new Case(line.programme(), line.protocol(), line.authMethod(), kind);
                    steps.advice(asked, today, line.stops()).ways().forEach(way -> offered.add(way.id()));
                }
            }
        }

        assertThat(offered).isEqualTo(steps.ways().keySet());
        assertThat(steps.ways().values()).allMatch(way -> !way.source().isBlank());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            exchange-online-basic-auth, mapi,              basic,  desktop-app, 2022-09-16, 2022-12-31, EACH, update-outlook outlook-2013 replace-outlook-2010 tenant-modern-auth
            exchange-online-basic-auth, imap,              basic,  desktop-app, 2022-09-16, 2022-12-31, ONE,  exchange-account oauth-mail-app
            exchange-online-basic-auth, imap,              basic,  device,      2022-09-16, 2022-12-31, ONE,  oauth-firmware fetch-by-program
            exchange-online-basic-auth, eas,               basic,  mobile-app,  2022-09-16, 2022-12-31, EACH, add-account-again admin-consent-apple outlook-mobile
            exchange-online-basic-auth, ews,               basic,  service,     2022-09-16, 2022-12-31, ONE,  graph ews-oauth
            exchange-online-basic-auth, ews,               basic,  service,     2026-11-26, 2027-04-01, ONE,  graph
            exchange-online-basic-auth, remote-powershell, basic,  script,      2022-09-16, 2022-12-31, EACH, exo-module exo-app-only
            exchange-online-basic-auth, reporting-web-service, basic, script,   2022-09-16, 2022-12-31, ONE,  reporting-oauth
            smtp-auth-basic,            smtp-auth,         basic,  device,      2026-11-26, 2026-12-31, ONE,  oauth-firmware connector-relay direct-send hve acs-email own-relay
            smtp-auth-basic,            smtp-auth,         basic,  service,     2026-11-26, 2026-12-31, ONE,  oauth-smtp graph-send-mail hve acs-email connector-relay own-relay
            smtp-auth-basic,            smtp-auth,         basic,  device,      2022-09-16, 2022-12-31, ONE,  oauth-firmware connector-relay direct-send own-relay
            hve-basic,                  smtp-auth,         basic,  device,      2026-11-26, 2028-09-30, ONE,  oauth-smtp acs-email connector-relay
            exchange-web-services,      ews,               modern, desktop-app, 2026-11-26, 2027-04-01, ONE,  app-without-ews
            exchange-web-services,      ews,               modern, service,     2026-11-26, 2027-04-01, EACH, graph hybrid-graph
            activesync-below-16-1,      eas,               modern, mobile-app,  2026-01-15, 2026-03-01, ONE,  eas-16-1 outlook-mobile
            pop-imap-legacy-tls,        imap,              modern, device,      2026-06-01, 2026-07-31, EACH, tls-1-2
            exchange-remote-powershell, remote-powershell, modern, script,      2023-06-01, 2023-10-01, EACH, exo-module exo-app-only
            another,                    ews,               modern, browser,     2026-11-26, 2030-01-01, EACH, find-out ask-for-another
            """)
    void what_to_do_is_the_right_thing(
            String programme,
            String protocol,
            String authMethod,
            String kind,
            LocalDate today,
            LocalDate stops,
            Steps.Choice choice,
            String ways) {
        var advice = steps.advice(new Case(programme, protocol, authMethod, kind), today, stops);

        assertThat(advice.choice()).isEqualTo(choice);
        assertThat(advice.ways()).extracting(Way::id).containsExactly(ways.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ways: {a: {source: ''}}, rows: []}",
                "{ways: {a: {source: s}}, rows: [{do: [b]}]}",
                "{ways: {a: {source: s}}, rows: [{kinds: [device]}]}",
                "{ways: {a: {source: s}}, rows: [{do: [a], choose: [a]}]}"
            })
    void a_table_that_names_what_is_not_there_is_refused(String yaml) {
        assertThatThrownBy(() -> StepTable.of(new StringReader(yaml))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Of each programme what the last revision with rules says. */
    private static Set<Line> lines() {
        var lines = new HashSet<Line>();
        programmes()
                .forEach((programme, revisions) -> rules(revisions)
                        .forEach(rule -> strings(rule, "protocols")
                                .forEach(protocol -> lines.add(new Line(
                                        programme, protocol, String.valueOf(rule.get("auth")), lastDay(rule))))));
        assertThat(lines).extracting(Line::programme).hasSizeGreaterThan(14);
        return lines;
    }

    private static LocalDate firstDayOfEnd(String programme) {
        return rules(programmes().get(programme)).stream()
                .flatMap(rule -> phases(rule).stream())
                .filter(phase -> Set.of("permanent-off", "rollout").contains(String.valueOf(phase.get("kind"))))
                .map(phase -> day(phase.get("from")))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate lastDay(Map<String, Object> rule) {
        return phases(rule).stream()
                .flatMap(phase -> Stream.of(phase.get("from"), phase.get("to")))
                .filter(day -> day != null)
                .map(StepsTest::day)
                .max(LocalDate::compareTo)
                .orElse(LONG_AGO);
    }

    private static LocalDate day(Object day) {
        return LocalDate.ofInstant(((Date) day).toInstant(), ZoneOffset.UTC);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules(List<Map<String, Object>> revisions) {
        return revisions.stream()
                .map(revision -> (List<Map<String, Object>>) revision.get("rules"))
                .filter(rules -> rules != null && !rules.isEmpty())
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> phases(Map<String, Object> rule) {
        var phases = (List<Map<String, Object>>) rule.get("phases");
        return phases == null ? List.of() : phases;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> of, String name) {
        return (List<String>) of.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Map<String, Object>>> programmes() {
        var programmes = new TreeMap<String, List<Map<String, Object>>>();
        try (var files = Files.list(Path.of("../timeline-service/src/main/resources/catalogue"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Map<String, Object> programme = new Yaml().load(Files.readString(file));
                programmes.put(String.valueOf(programme.get("programme")), (List<Map<String, Object>>)
                        programme.get("revisions"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return programmes;
    }

    private static Properties words(String language) {
        var words = new Properties();
        try (var stream = StepsTest.class.getResourceAsStream("/steps/" + language + ".properties")) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
