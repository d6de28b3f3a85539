package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalReal;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalText;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalWhole;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.real;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.whole;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.comparison.Change;
import nl.betekenisvolmeten.indicators.comparison.Comparison;
import nl.betekenisvolmeten.indicators.comparison.DifferenceClass;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder;
import nl.betekenisvolmeten.indicators.coverage.BreakFinder.SeriesBreak;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.statistics.DesignEffect;
import nl.betekenisvolmeten.indicators.statistics.FunnelClass;
import nl.betekenisvolmeten.indicators.statistics.Interval;
import nl.betekenisvolmeten.indicators.statistics.IntervalMethod;
import nl.betekenisvolmeten.indicators.statistics.PValue;
import nl.betekenisvolmeten.indicators.statistics.RankIntervals;

/** The columns of a comparison: a row for each area, indicator and period. */
final class ComparisonColumns {

    static final List<TableColumn<Comparison.Row>> TABLE = Stream.of(
                    place(), figure(), judgement(), chance(), answers())
            .flatMap(List::stream)
            .toList();

    private static final List<TableColumn<Comparison.Row>> WITH_CHANGE =
            Stream.concat(TABLE.stream(), change().stream()).toList();

    private ComparisonColumns() {}

    /** The columns of a table; those of the change only where that was asked for. */
    static List<TableColumn<Comparison.Row>> of(List<Comparison.Row> rows) {
        return rows.stream().anyMatch(row -> row.assessment().change().isPresent()) ? WITH_CHANGE : TABLE;
    }

    /** All columns that there can be. */
    static List<TableColumn<Comparison.Row>> all() {
        return with(WITH_CHANGE, row -> List.of());
    }

    /** The columns of a table, and after them the breaks in its series. */
    static List<TableColumn<Comparison.Row>> with(
            List<TableColumn<Comparison.Row>> columns, Function<Comparison.Row, List<BreakFinder.Explained>> breaks) {
        TableColumn<Comparison.Row> column = optionalText(
                "trend_breaks",
                "Waar een andere organisatie of een ander formulier begint in het gebied en de periode, afgesproken of niet"
                        + " (alleen als er afspraken zijn meegegeven)",
                "Where another organisation or form begins in the area and period, declared or not",
                row -> breaks.apply(row).stream()
                        .map(ComparisonColumns::words)
                        .reduce((left, right) -> left + "; " + right));
        return Stream.concat(columns.stream(), Stream.of(column)).toList();
    }

    private static String words(BreakFinder.Explained explained) {
        SeriesBreak found = explained.found();
        return found.since().code() + " " + found.area() + ": " + String.join(", ", found.from()) + " > "
                + String.join(", ", found.to())
                + (explained.declared().isPresent() ? " (declared)" : "");
    }

    private static List<TableColumn<Comparison.Row>> place() {
        return List.of(
                text(
                        "area_code",
                        "Code van het gebied",
                        "Code of the area",
                        row -> row.key().area().code().value()),
                text(
                        "area",
                        "Naam van het gebied",
                        "Name of the area",
                        row -> row.key().area().name()),
                text(
                        "indicator",
                        "Code van de indicator",
                        "Code of the indicator",
                        row -> row.key().indicator().id().value()),
                text(
                        "period",
                        "CBS-code van de periode",
                        "CBS code of the period",
                        row -> row.key().period().code()));
    }

    private static List<TableColumn<Comparison.Row>> figure() {
        return List.of(
                number(
                        "numerator",
                        "Wat er is geteld, als dat precies bekend is",
                        "What was counted, where known exactly",
                        row -> Numbers.number(row.figure().numerator())),
                number(
                        "numerator_lower",
                        "Het minste dat het kan zijn; gelijk aan numerator als dat precies bekend is",
                        "Lower bound; equal to numerator where exact",
                        row -> Numbers.lower(row.figure().numerator())),
                number(
                        "numerator_upper",
                        "Het meeste dat het kan zijn; gelijk aan numerator als dat precies bekend is",
                        "Upper bound; equal to numerator where exact",
                        row -> Numbers.upper(row.figure().numerator())),
                number(
                        "denominator",
                        "Waardoor is gedeeld, als dat precies bekend is",
                        "Of how many, where known exactly",
                        row -> Numbers.number(row.figure().denominator())),
                whole(
                        "per",
                        "Per hoeveel value, lower, upper en city_value zijn uitgedrukt",
                        "What value, lower, upper and city_value are expressed per",
                        row -> row.figure().per().multiplier()),
                number(
                        "value",
                        "Het cijfer, als dat precies bekend is; gestandaardiseerd als method dobson-byar is",
                        "The figure, where known exactly; standardised where method is dobson-byar",
                        row -> row.figure().value().exact()),
                optionalReal(
                        "lower",
                        "Ondergrens van wat toeval en grenzen openlaten",
                        "Lower limit of what chance and bounds leave open",
                        row -> row.figure().uncertainty().interval().map(Interval::lower)),
                optionalReal(
                        "upper",
                        "Bovengrens van wat toeval en grenzen openlaten",
                        "Upper limit of what chance and bounds leave open",
                        row -> row.figure().uncertainty().interval().map(Interval::upper)),
                real(
                        "confidence",
                        "Hoe zeker het interval is",
                        "How sure the interval is",
                        row -> row.figure().uncertainty().confidence().level()),
                text(
                        "method",
                        "Hoe het interval is gemaakt; none voor cijfers van een volledige registratie en voor wat geen"
                                + " aantal is",
                        "How the interval was made; none for figures taken as a full register, and for those that are no"
                                + " counts",
                        row -> method(row.figure().uncertainty())),
                number(
                        "city_value",
                        "Hetzelfde cijfer van de hele gemeente, als dat precies bekend is",
                        "The same figure of the whole gemeente, where known exactly",
                        row -> row.contrast().cityValue().exact()));
    }

    private static List<TableColumn<Comparison.Row>> judgement() {
        return List.of(
                optionalReal(
                        "p_value",
                        "Van de tweezijdige toets met de referentie, meestal de stad",
                        "Of the two-sided test against the reference, usually the city",
                        row -> row.contrast().pValue().map(PValue::value)),
                optionalReal(
                        "p_adjusted",
                        "Hetzelfde, gecorrigeerd voor alle gebieden en indicatoren van de periode",
                        "The same, adjusted for all areas and indicators of the period",
                        row -> row.contrast().pAdjusted().map(PValue::value)),
                text(
                        "verdict",
                        "better (beter), worse (slechter), similar (vergelijkbaar), no_judgement (verschilt, maar meer is niet"
                                + " beter of slechter) of not_decided (niet beslist: reason zegt waarom)",
                        "better, worse, similar, no_judgement (differs, but has no good side) or not_decided (reason says"
                                + " why)",
                        row -> row.assessment().judgement().code()),
                optionalText(
                        "funnel",
                        "Plaats in de trechter rond de stad: low (laag), lower (lager), similar (vergelijkbaar), higher"
                                + " (hoger) of high (hoog)",
                        "Place in the funnel around the city: low, lower, similar, higher or high",
                        row -> row.assessment().funnel().map(FunnelClass::code)),
                optionalWhole(
                        "rank_lower",
                        "Laagst mogelijke plaats onder de gebieden van de stad; 1 is het hoogste cijfer",
                        "Least place among the areas of the city, 1 for the highest figure",
                        row -> place(row, RankIntervals.Places::lower)),
                optionalWhole(
                        "rank_upper",
                        "Hoogst mogelijke plaats; gebieden waarvan de plaatsen overlappen zijn niet te onderscheiden",
                        "Greatest place; areas whose places overlap are not separable",
                        row -> place(row, RankIntervals.Places::upper)),
                text(
                        "status",
                        "Van value: exact, between (tussen twee grenzen), incomplete (een deel is niet binnen), refused (niet te"
                                + " geven), not_comparable (niet op dezelfde manier geteld), suppressed (verborgen) of missing"
                                + " (niet geleverd)",
                        "Of the value: exact, between, incomplete, refused, not_comparable, suppressed or missing",
                        row -> row.figure().value().status().code()));
    }

    /** How much chance there is in events that persons may have more than once, and what is not decided. */
    private static List<TableColumn<Comparison.Row>> chance() {
        return List.of(
                optionalText(
                        "difference_class",
                        "Of het cijfer merkbaar van de referentie verschilt, toeval of niet: smaller (kleiner), about_equal"
                                + " (ongeveer gelijk) of larger (groter); de marge staat bij de indicator, meestal 10%",
                        "Whether the figure differs from the reference by enough to matter, by chance or not: smaller,"
                                + " about_equal or larger; the margin is in the indicator's definition, usually 10%",
                        row -> row.differenceClass().map(DifferenceClass::code)),
                optionalReal(
                        "design_effect_lower",
                        "Hoeveel meer toeval er minstens in het aantal zit doordat dezelfde mensen vaker komen; leeg als elk"
                                + " geteld geval op zichzelf staat",
                        "By how much the variance is at least that of independent events, because the same people come"
                                + " more often; empty where each event stands by itself",
                        row -> effect(row).map(DesignEffect::lower)),
                optionalReal(
                        "design_effect_upper",
                        "Hoeveel meer toeval er hoogstens in zit; leeg als dat niet bekend is",
                        "By how much at most; empty where not known",
                        row -> effect(row).filter(DesignEffect::isBounded).map(DesignEffect::widest)),
                optionalText(
                        "design_effect_basis",
                        "Wat daarvan bekend is: exact (precies), between (tussen twee grenzen), lower_bound (alleen het minste)"
                                + " of none (er zijn geen personen bij geteld)",
                        "What is known of it: exact, between, lower_bound or none (no persons are counted with it)",
                        row -> row.figure()
                                .uncertainty()
                                .effect()
                                .map(known -> known.basis().code())),
                optionalText(
                        "reason",
                        "Waarom verdict niet beslist is: missing (niet geleverd), refused (geen cijfer),"
                                + " zero_denominator (delen door nul kan niet), no_age_classes (de leeftijdsgroepen passen niet),"
                                + " overflow (te groot), not_comparable (niet op dezelfde manier geteld),"
                                + " contradiction (twee leveringen spreken elkaar tegen), no_inhabitants (het aantal inwoners is niet"
                                + " bekend), above_inhabitants (meer dan er inwoners zijn), alone (geen ander gebied heeft geleverd),"
                                + " incomplete (niet"
                                + " alles is binnen), bounds (het cijfer ligt tussen grenzen), no_persons (zonder personen is het toeval niet"
                                + " bekend), lower_bound (niet bekend hoe vaak dezelfde mensen komen), design_effect (de twee"
                                + " grenzen van design_effect geven een ander oordeel), too_few_events (te weinig geteld),"
                                + " not_counted (geen aantal), place_of_activity (naar plaats van activiteit geteld: zegt niets"
                                + " tussen wijken), visitors_included (bezoekers van elders tellen mee) of register (opgevat als"
                                + " volledige registratie)",
                        "Why the verdict is not decided: missing, refused (no figure), zero_denominator,"
                                + " no_age_classes (the age groups do not fit), overflow (too large), not_comparable (not counted"
                                + " in one way), contradiction (two deliveries contradict each other), no_inhabitants (their number is not known), above_inhabitants (more than"
                                + " there are inhabitants), alone (no other area delivered), incomplete (not all is in), bounds (the"
                                + " figure lies between bounds), no_persons (without persons chance is not known), lower_bound"
                                + " (how often the same people come is not known), design_effect (its two ends give different"
                                + " verdicts), too_few_events, not_counted (no count), place_of_activity (counted where the"
                                + " activity is: says nothing between districts), visitors_included (visitors from elsewhere are"
                                + " included) or register (taken as a full register)",
                        row -> row.assessment().reason().map(Judgement.Reason::code)),
                optionalText(
                        "inhabitants_date",
                        "De dag van de inwoneraantallen waardoor is gedeeld; leeg als niet door inwoners is gedeeld",
                        "The day of the numbers of inhabitants that it is divided by; empty where it is divided by something"
                                + " else",
                        row -> row.figure().inhabitantsDate()));
    }

    /** Who gave the answers, of shares of answers. */
    private static List<TableColumn<Comparison.Row>> answers() {
        return List.of(
                optionalWhole(
                        "n",
                        "Hoeveel antwoorden meetellen in value en mean; zonder weet niet en niet van toepassing. Leeg als het"
                                + " cijfer niet van antwoorden is",
                        "How many answers count in value and mean; without don't know and not applicable. Empty where the"
                                + " figure is not of answers",
                        row -> answered(row).stream()
                                .mapToLong(Comparison.Answered::n)
                                .findFirst()),
                optionalWhole(
                        "invited",
                        "Hoeveel mensen zijn gevraagd, per levering en niet per vraag geteld; leeg als een levering het niet zegt",
                        "How many people were asked, counted by delivery and not by question; empty where a delivery does"
                                + " not say",
                        row -> answered(row).map(Comparison.Answered::invited).orElse(OptionalLong.empty())),
                number(
                        "response",
                        "Welk deel van de gevraagde mensen antwoordde, van 0 tot 1; per levering telt de vraag met de meeste"
                                + " antwoorden, ook weet niet en niet van toepassing",
                        "Which share of those who were asked answered, from 0 to 1; of each delivery the question with most"
                                + " answers counts, with don't know and not applicable",
                        row -> answered(row).flatMap(Comparison.Answered::response)),
                number(
                        "mean",
                        "Het gemiddelde van de antwoorden als getal (van 1 tot 5, of een rapportcijfer); leeg als een antwoord"
                                + " geen getal is",
                        "The mean of the answers as numbers (1 to 5, or a mark); empty where answers are no numbers",
                        row -> answered(row).flatMap(Comparison.Answered::mean)));
    }

    private static Optional<Comparison.Answered> answered(Comparison.Row row) {
        return row.figure().answered();
    }

    /** The area compared with itself in an earlier period. */
    private static List<TableColumn<Comparison.Row>> change() {
        return List.of(
                optionalText(
                        "previous_period",
                        "De periode waarmee het gebied met zichzelf is vergeleken",
                        "The period with which the area is compared with itself",
                        row -> change(row).map(change -> change.period().code())),
                number(
                        "previous_value",
                        "Het cijfer toen, van de organisaties die beide keren leverden",
                        "The figure then, of the organisations that delivered both times",
                        row -> change(row).flatMap(change -> change.before().exact())),
                optionalReal(
                        "previous_lower",
                        "Ondergrens van wat toeval en grenzen daarvan openlaten",
                        "Lower limit of what chance and bounds leave open of it",
                        row -> change(row).flatMap(Change::beforeInterval).map(Interval::lower)),
                optionalReal(
                        "previous_upper",
                        "Bovengrens van wat toeval en grenzen daarvan openlaten",
                        "Upper limit of what chance and bounds leave open of it",
                        row -> change(row).flatMap(Change::beforeInterval).map(Interval::upper)),
                number(
                        "change",
                        "Het cijfer nu gedeeld door dat van toen, van dezelfde organisaties; 1,1 is een tiende meer",
                        "The figure now divided by that of then, of the same organisations; 1.1 is a tenth more",
                        row -> change(row)
                                .flatMap(change -> change.ratio().value().exact())),
                optionalReal(
                        "change_lower",
                        "Ondergrens van wat toeval en grenzen van change openlaten",
                        "Lower limit of what chance and bounds leave open of change",
                        row -> change(row)
                                .flatMap(change -> change.ratio().interval())
                                .map(Interval::lower)),
                optionalReal(
                        "change_upper",
                        "Bovengrens van wat toeval en grenzen van change openlaten",
                        "Upper limit of what chance and bounds leave open of change",
                        row -> change(row)
                                .flatMap(change -> change.ratio().interval())
                                .map(Interval::upper)),
                optionalText(
                        "change_verdict",
                        "Als verdict, over de verandering",
                        "As verdict, of the change",
                        row -> change(row).map(change -> change.judgement().code())),
                optionalText(
                        "change_reason",
                        "Waarom change_verdict niet beslist is, als bij reason; ook no_earlier_period (van toen is niets"
                                + " geleverd) of not_matched (geen organisatie leverde beide keren)",
                        "Why change_verdict is not decided, as for reason; also no_earlier_period (nothing was delivered of"
                                + " then) or not_matched (no organisation delivered both times)",
                        row -> change(row).flatMap(Change::reason).map(Judgement.Reason::code)),
                optionalWhole(
                        "organisations_matched",
                        "Hoeveel organisaties beide keren leverden",
                        "How many organisations delivered both times",
                        row -> change(row).stream().mapToLong(Change::reporters).findFirst()));
    }

    private static Optional<Change> change(Comparison.Row row) {
        return row.assessment().change();
    }

    /** A design effect with numbers. */
    private static Optional<DesignEffect> effect(Comparison.Row row) {
        return row.figure().uncertainty().effect().filter(known -> known.basis() != DesignEffect.Basis.NONE);
    }

    /** The word for how intervals were made. */
    static String method(Comparison.Uncertainty uncertainty) {
        return uncertainty.method().map(IntervalMethod::code).orElse("none");
    }

    private static OptionalLong place(Comparison.Row row, Function<RankIntervals.Places, Integer> end) {
        return row.assessment().rank().map(end).stream()
                .mapToLong(Integer::longValue)
                .findFirst();
    }
}
