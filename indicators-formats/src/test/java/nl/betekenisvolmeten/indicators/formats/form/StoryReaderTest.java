package nl.betekenisvolmeten.indicators.formats.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.IndicatorId;
import nl.betekenisvolmeten.indicators.model.Period;
import org.junit.jupiter.api.Test;

class StoryReaderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private static final ImpactStory.Reader READER = ImpactStory.Reader.of(Definitions.bundled());

    private static Checked<List<ImpactStory>> read(String file) {
        try (InputStream in = Objects.requireNonNull(
                StoryReaderTest.class.getResourceAsStream("/cases/impactverhaal-2026.1/" + file))) {
            return READER.read(DeliverySource.of(file, in.readAllBytes()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ImpactStory story() {
        return read("IV-R03-pass.csv").value().orElseThrow().get(0);
    }

    @Test
    void read_goodStory_hasAllItsParts() {
        ImpactStory story = story();
        assertThat(story.title()).isEqualTo("Weer onder de mensen");
        assertThat(story.setting())
                .isEqualTo(new ImpactStory.Setting(
                        Period.ofQuarter(2026, 2),
                        "Laak",
                        Optional.of("WK051838"),
                        "1",
                        "ONTMOETEN",
                        "OUDEREN",
                        Optional.of("Sociaal netwerk")));
        assertThat(story.content().significance()).isEqualTo("Zij voelt zich weer nodig.");
        assertThat(story.teller()).isEqualTo(ImpactStory.Teller.INWONER);
        assertThat(story.consent())
                .contains(ImpactStory.Consent.of(
                        LocalDate.of(2026, 5, 12), "Verantwoording en publicatie op de website"));
        assertThat(story.pseudonym()).contains(true);
        assertThat(story.indicators()).containsExactly(IndicatorId.of("bereik-ambitie-1-per-1000-inwoners"));
        assertThat(story.selections())
                .extracting(ImpactStory.Selection::level)
                .containsExactly(ImpactStory.Level.PROFESSIONAL);
        assertThat(story.critical()).isEmpty();
    }

    @Test
    void read_indicators_areSplitAtCommas() {
        assertThat(read("IV-R02-pass.csv").value().orElseThrow().get(0).indicators())
                .isEqualTo(Set.of(IndicatorId.of("bijeenkomsten"), IndicatorId.of("unieke-deelnemers")));
        assertThat(read("IV-R02-fail.csv").value().orElseThrow().get(0).indicators())
                .isEmpty();
    }

    @Test
    void read_storyThatBreaksARule_isNotGiven() {
        Stream.of(
                        "IV-R01-fail-no-answer.csv",
                        "IV-R01-fail-refused.csv",
                        "IV-R01-fail-no-date-or-purpose.csv",
                        "IV-P01-fail.csv",
                        "IV-R03-fail.csv")
                .forEach(file ->
                        assertThat(read(file).value().orElseThrow()).as(file).isEmpty());
        assertThat(read("IV-R01-fail-withdrawn.csv").value().orElseThrow())
                .extracting(ImpactStory::title)
                .containsExactly("Een ander verhaal");
    }

    private static final String JSON = """
            [{"titel": "Weer onder \\"de mensen\\"; echt", "periode": "2026KW02", "stadsdeel": "Laak", "wijk": null,
              "ambitie": 1, "activiteitsoort": "ONTMOETEN", "doelgroep": "OUDEREN",
              "situatie_vooraf": "Zij kwam weinig buiten.\\nEcht weinig.", "inzet": "Zij werd uitgenodigd.",
              "verandering": "Zij komt elke week.", "waarom_belangrijk": "Zij voelt zich weer nodig.",
              "verteller": "INWONER", "pseudoniem_gebruikt": true,
              "toestemming": {"gegeven": true, "datum": "2026-05-12", "doel": "Verantwoording"},
              "indicatoren": ["bijeenkomsten", "unieke-deelnemers"],
              "kritisch": true,
              "selectie": {"niveau": "PROFESSIONAL", "reden": "Sprekend", "reden_inwoner": "Herkenbaar"}},
             {"titel": "Zonder toestemming", "toestemming": {"gegeven": false}}]
            """;

    private static Checked<List<ImpactStory>> json(String text) {
        return READER.read(DeliverySource.ofText("verhalen.json", text));
    }

    @Test
    void read_json_isReadByTheSameRules() {
        Checked<List<ImpactStory>> checked = json(JSON);
        ImpactStory story = checked.value().orElseThrow().get(0);
        assertThat(checked.value().orElseThrow()).hasSize(1);
        assertThat(story.title()).isEqualTo("Weer onder \"de mensen\"; echt");
        assertThat(story.setting().wijk()).isEmpty();
        assertThat(story.setting().ambition()).isEqualTo("1");
        assertThat(story.content().before()).isEqualTo("Zij kwam weinig buiten.\nEcht weinig.");
        assertThat(story.consent()).contains(ImpactStory.Consent.of(LocalDate.of(2026, 5, 12), "Verantwoording"));
        assertThat(story.indicators()).hasSize(2);
        assertThat(story.selections())
                .containsExactly(
                        new ImpactStory.Selection(ImpactStory.Level.INWONER, Optional.of("Herkenbaar")),
                        new ImpactStory.Selection(ImpactStory.Level.PROFESSIONAL, Optional.of("Sprekend")));
        assertThat(story.critical()).contains(true);
        assertThat(checked.findings().kept().stream()
                        .filter(finding -> finding.location().row().orElse(0) == 3)
                        .map(finding -> finding.code().value()))
                .contains("IV-R01", "IV-R03", "TF-V01");
        assertThat(json(JSON.substring(JSON.indexOf('{'), JSON.indexOf(",\n {\"titel\": \"Zonder")))
                        .value()
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void read_jsonThatIsNoStories_saysSoAndEchoesNothing() {
        Stream.of(
                        "[",
                        "[]",
                        "[1]",
                        "{}x",
                        "[{\"titel\": {\"a\": {\"b\": 1}}}]",
                        "[{\"titel\": [[1]]}]",
                        "[{\"titel\": \"111222333\", \"titel\": 2}]",
                        "[{\"titel\": \"" + "a".repeat(300_000) + "\"}]",
                        "[" + "{\"titel\": \"a\"},".repeat(10_001) + "{}]",
                        "{\"titel\": \"111222333")
                .forEach(text -> {
                    Checked<List<ImpactStory>> checked = json(text);
                    assertThat(checked.value().orElse(List.of())).isEmpty();
                    assertThat(checked.findings().hasErrors()).isTrue();
                    assertThat(checked.findings().toString()).doesNotContain("111222333");
                });
    }

    @Test
    void read_jsonOfSomethingElse_isNotRecognised() {
        assertThat(json("{\"a\": 1}").findings().hasErrors()).isTrue();
        assertThat(json("{\"a\": 1}").value()).isEmpty();
    }

    @Test
    void publishable_consentHolds_isGiven() {
        ImpactStory.Publishable publishable = story().publishable(DAY).orElseThrow();
        assertThat(publishable.story()).isEqualTo(story());
        assertThat(publishable.consent().holds(DAY)).isTrue();
        assertThat(publishable).isEqualTo(story().publishable(DAY).orElseThrow());
        assertThat(publishable.toString()).doesNotContain("nodig");
    }

    @Test
    void publishable_consentWithdrawnLater_isNotGiven() {
        ImpactStory withdrawn = story().withWithdrawal(LocalDate.of(2026, 9, 1));
        assertThat(withdrawn.publishable(DAY)).isEmpty();
        assertThat(withdrawn.title()).isEqualTo(story().title());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> story().withWithdrawal(LocalDate.of(2026, 5, 11)))
                .withMessage("consent must not be withdrawn before it was given: 2026-05-11, 2026-05-12");
    }

    /** A consent holds on its last day, and is over on the day after; a reader that knows the day refuses the story. */
    @Test
    void read_consentWithAnEnd_isOverAfterIt() {
        String text =
                JSON.replace("\"doel\": \"Verantwoording\"", "\"doel\": \"Verantwoording\", \"tot\": \"2026-10-01\"");
        ImpactStory story = json(text).value().orElseThrow().get(0);
        assertThat(story.publishable(DAY)).isPresent();
        assertThat(story.publishable(DAY.plusDays(1))).isEmpty();
        DeliverySource source = DeliverySource.ofText("verhalen.json", text);
        assertThat(READER.withDay(DAY).read(source).value().orElseThrow()).hasSize(1);
        Checked<List<ImpactStory>> over = READER.withDay(DAY.plusDays(1)).read(source);
        assertThat(over.value().orElseThrow()).isEmpty();
        assertThat(over.findings().kept()).anySatisfy(finding -> {
            assertThat(finding.code().value()).isEqualTo("IV-R01");
            assertThat(finding.location().column()).contains("toestemming_tot");
        });
    }

    private static ImpactStory with(Optional<ImpactStory.Consent> consent, String change) {
        return with(consent, change, story().pseudonym());
    }

    private static ImpactStory with(Optional<ImpactStory.Consent> consent, String change, Optional<Boolean> pseudonym) {
        ImpactStory story = story();
        return new ImpactStory(
                story.title(),
                story.setting(),
                new ImpactStory.Content("a", "b", change, "d"),
                story.teller(),
                consent,
                pseudonym,
                story.indicators(),
                story.critical(),
                story.selections());
    }

    @Test
    void publishable_noConsentOrPersonalData_isNotGiven() {
        assertThat(with(Optional.empty(), "c").publishable(DAY)).isEmpty();
        ImpactStory personal = with(story().consent(), "Bel 06-12345678.");
        assertThat(personal.personalData()).containsExactly(PersonalData.Kind.PHONE);
        assertThat(personal.publishable(DAY)).isEmpty();
        assertThat(with(story().consent(), "c").publishable(DAY)).isPresent();
    }

    /** A pseudonym may be shown; a street or an age may not. */
    @Test
    void publishable_someoneMayBeRecognised_isEmpty() {
        Optional<ImpactStory.Consent> consent = story().consent();
        String name = "Mevrouw Jansen kwam elke week.";
        assertThat(with(consent, name, Optional.empty()).publishable(DAY)).isEmpty();
        assertThat(with(consent, name, Optional.of(false)).publishable(DAY)).isEmpty();
        assertThat(with(consent, name, Optional.of(true)).publishable(DAY)).isPresent();
        assertThat(with(consent, "Zij woont op Kerkstraat 12.", Optional.of(true))
                        .publishable(DAY))
                .isEmpty();
        assertThat(with(consent, "Een man (84) kwam.", Optional.of(true)).publishable(DAY))
                .isEmpty();
    }

    @Test
    void publishable_madeFromAStoryThatMayNotBeShown_isRefused() {
        ImpactStory.Consent consent = story().consent().orElseThrow();
        ImpactStory personal = with(story().consent(), "Bel 06-12345678.");
        ImpactStory withdrawn = story().withWithdrawal(LocalDate.of(2026, 9, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactStory.Publishable(personal, consent, DAY))
                .withMessage("story must not be shown: 'Weer onder de mensen'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactStory.Publishable(withdrawn, consent, DAY))
                .withMessage("story must not be shown: 'Weer onder de mensen'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactStory.Publishable(
                        withdrawn, withdrawn.consent().orElseThrow(), DAY))
                .withMessage("story must not be shown: 'Weer onder de mensen'");
    }

    @Test
    void story_partThatIsEmptyOrPurposeThatIsBlank_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactStory.Content("a", "b", " ", "d"))
                .withMessage("each of the four parts must have a text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImpactStory.Consent.of(LocalDate.of(2026, 1, 1), " "))
                .withMessage("purpose must not be blank: ' '");
    }
}
