package nl.betekenisvolmeten.indicators.formats.output;

import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.number;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalText;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.optionalWhole;
import static nl.betekenisvolmeten.indicators.formats.output.TableColumn.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.internal.result.Numbers;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence;
import nl.betekenisvolmeten.indicators.targets.TargetReport.UndecidedReason;
import nl.betekenisvolmeten.indicators.targets.TargetResult.Achievement;

/** The columns of targets: a row for each target, and one for each area or moment of a target with several. */
final class TargetColumns {

    static final List<TableColumn<TargetRow>> TABLE = Stream.of(target(), reached(), achievement(), basis())
            .flatMap(List::stream)
            .toList();

    private TargetColumns() {}

    private static List<TableColumn<TargetRow>> target() {
        return List.of(
                text(
                        "kind",
                        "period: een doel voor één periode; whole-life: een doel over meer jaren; part: een gebied of moment"
                                + " van het doel erboven",
                        "period: a target for one period; whole-life: one over several years; part: an area or moment of"
                                + " the target above",
                        TargetRow::kind),
                text(
                        "indicator",
                        "Code van de indicator",
                        "Code of the indicator",
                        row -> row.line().target().indicator().value()),
                text(
                        "area_code",
                        "Code van het gebied",
                        "Code of the area",
                        row -> row.area().value()),
                text(
                        "period",
                        "CBS-code van de periode",
                        "CBS code of the period",
                        row -> row.period().code()),
                text(
                        "comparison",
                        "Hoe het cijfer zich tot de waarde moet verhouden",
                        "How the figure should relate to the value",
                        row -> row.line().target().aim().code()),
                number(
                        "target",
                        "De gevraagde waarde, of de laagste van twee",
                        "The value asked for, or the lower of two",
                        TargetRow::value),
                number(
                        "target_to",
                        "De hoogste van twee gevraagde waarden",
                        "The upper of two values asked for",
                        TargetRow::valueTo),
                number(
                        "baseline",
                        "Waar het begon",
                        "Where it started",
                        row -> row.line().target().baseline()));
    }

    private static List<TableColumn<TargetRow>> reached() {
        return List.of(
                number(
                        "reached",
                        "Wat is bereikt, als dat precies bekend is",
                        "What was reached, where exact",
                        row -> row.reached().flatMap(Numbers::number)),
                number(
                        "reached_lower",
                        "Het minste dat is bereikt; van een deel van de antwoorden wat toeval openlaat (95% zekerheid)",
                        "The least that was reached; of a share of answers what chance leaves open (95% confidence)",
                        row -> row.limits().flatMap(Numbers::lower)),
                number(
                        "reached_upper",
                        "Het meeste dat is bereikt met wat is geleverd: zie state",
                        "The most that was reached, of what was delivered: see state",
                        row -> row.limits().flatMap(Numbers::upper)),
                optionalText(
                        "reached_status",
                        "exact, between (tussen twee grenzen), incomplete (een deel is niet binnen), refused (niet te geven),"
                                + " suppressed (verborgen) of missing (niet geleverd)",
                        "exact, between, incomplete, refused, suppressed or missing",
                        row -> row.reached().map(value -> value.status().code())),
                optionalText(
                        "reached_reason",
                        "Waarom reached niet te geven is: " + TotalColumns.REASONS_NL,
                        "Why reached is refused: " + TotalColumns.REASONS_EN,
                        row -> row.reached().flatMap(TotalColumns::reason)),
                optionalText(
                        "state",
                        "complete (alles is er); at-least: wat ontbreekt maakt het alleen meer; incomplete (niet alles is"
                                + " er); not-comparable (niet te vergelijken)",
                        "complete; at-least: what is missing only makes it more; incomplete; not-comparable",
                        row -> row.state().map(TargetColumns::word)),
                optionalText(
                        "origin",
                        "deliveries (leveringen), stated (opgegeven) of none (geen)",
                        "deliveries, stated or none",
                        row -> row.evidence().map(Evidence::origin).map(TargetColumns::word)));
    }

    private static List<TableColumn<TargetRow>> achievement() {
        return List.of(
                text(
                        "outcome",
                        "Wat er van het doel te zeggen is",
                        "What can be said of the target",
                        row -> word(row.outcome())),
                text(
                        "bands",
                        "Waar het cijfer kan liggen: on-target (gehaald), near (dichtbij), off-target (niet gehaald)",
                        "Where the figure may lie: on-target, near, off-target",
                        row -> words(row.bands())),
                number(
                        "achievement",
                        "Welk deel van de weg is afgelegd, als dat precies bekend is",
                        "Share of the way that was gone, where exact",
                        row -> row.share().flatMap(CellValue::exact)),
                number(
                        "achievement_lower",
                        "Het minste dat dit kan zijn",
                        "The least that it may be",
                        row -> row.share().flatMap(Numbers::lower)),
                number(
                        "achievement_upper",
                        "Het meeste dat dit kan zijn",
                        "The most that it may be",
                        row -> row.share().flatMap(Numbers::upper)),
                text(
                        "achievement_basis",
                        "way-from-baseline (weg vanaf het begin) of target (deel van het doel); anders waarom er geen deel"
                                + " is",
                        "way-from-baseline or target; where there is no achievement, why",
                        row -> basis(row.achievement())));
    }

    private static List<TableColumn<TargetRow>> basis() {
        return List.of(
                text(
                        "reasons",
                        "Waarom er geen gewoon ja of nee is",
                        "Why there is no plain yes or no",
                        row -> words(reasons(row))),
                optionalWhole(
                        "reported",
                        "Leveringen die erin zitten: een organisatie en een periode",
                        "Deliveries that are in it: an organisation and a period",
                        row -> deliveries(row, Coverage::reported)),
                optionalWhole(
                        "expected",
                        "Leveringen die van deze organisaties te verwachten waren",
                        "Deliveries to be expected of those organisations",
                        row -> deliveries(row, Coverage::expected)),
                text(
                        "target_source",
                        "Het document waar het doel in staat",
                        "The document that states the target",
                        row -> row.line().target().source()),
                optionalText(
                        "reached_source",
                        "Het document waar het cijfer in staat, als het is opgegeven",
                        "The document that states the figure, where it was stated",
                        row -> row.evidence().map(Evidence::source).filter(source -> !source.isBlank())));
    }

    private static OptionalLong deliveries(TargetRow row, ToLongFunction<Coverage> number) {
        return row.evidence().flatMap(Evidence::coverage).stream()
                .mapToLong(number)
                .findFirst();
    }

    private static Collection<UndecidedReason> reasons(TargetRow row) {
        if (row.part().isEmpty()) {
            return row.line().lacks();
        }
        return row.evidence().map(Evidence::lacks).orElseThrow();
    }

    private static String basis(Achievement achievement) {
        return achievement instanceof Achievement.Share share
                ? word(share.basis())
                : word(((Achievement.Undefined) achievement).reason());
    }

    /** Returns a constant as a word in a file about targets: {@code NOT_MET} is {@code not-met}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(TargetColumns::word).collect(Collectors.joining(" "));
    }
}
