package nl.betekenisvolmeten.indicators.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.table.CountTable;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.ResultTable;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/** A made-up city with three stadsdelen, the last of which has one wijk only, and what is published of it. */
final class City {

    static final String WIJKEN = "wijk-jaar";
    static final String STADSDELEN = "stadsdeel-jaar";

    static final AreaHierarchy AREAS = AreaHierarchy.of("stad", 2026, areas());

    static final ColumnName VISITS = ColumnName.of("bezoeken");
    static final ColumnName PERSONS = ColumnName.of("unieke_deelnemers");
    static final ColumnName MEETINGS = ColumnName.of("bijeenkomsten");
    static final ColumnName VOLUNTEERS = ColumnName.of("vrijwilligers");
    static final ColumnName HOURS = ColumnName.of("vrijwilligersuren");

    static final ColumnName AGE = ColumnName.of("leeftijd");

    static final TableStructure STRUCTURE = new TableStructure(
            List.of(
                    new Dimension.Place(ColumnName.of("wijk"), AREAS, AreaLevel.WIJK, false),
                    new Dimension.Time(ColumnName.of("periode")),
                    Dimension.Category.of(AGE)),
            List.of(
                    new Measure.Flow(MEETINGS, 0),
                    new Measure.Flow(VISITS, 0),
                    new Measure.Distinct(PERSONS),
                    new Measure.Distinct(VOLUNTEERS, false),
                    new Measure.Flow(HOURS, 2)));

    private City() {}

    private static List<Area> areas() {
        AreaCode city = AreaCode.of("GM0518");
        List<Area> areas = new ArrayList<>(List.of(Area.of(city, "Stad")));
        int[] sizes = {4, 3, 1};
        int wijk = 1;
        for (int i = 0; i < sizes.length; i++) {
            AreaCode stadsdeel = AreaCode.of("SD0518-" + "ABC".charAt(i));
            areas.add(Area.of(stadsdeel, "Deel " + "ABC".charAt(i), city));
            for (int j = 0; j < sizes[i]; j++, wijk++) {
                areas.add(Area.of(AreaCode.of(wijk(wijk)), "Wijk " + wijk, stadsdeel));
            }
        }
        return areas;
    }

    static PublicationPlan plan() {
        return plan(new DisclosurePolicy(
                FormatId.of("beleid", "1"), text(), provenance(), 10, 5, DisclosurePolicy.Level.L1));
    }

    /** A class of ages that are not secret, and one of ages that must not be revealed about anyone. */
    static List<DisclosurePolicy.Sensitivity> classes(int open, int special) {
        return List.of(
                new DisclosurePolicy.Sensitivity(text(), text(), AGE, List.of("oud"), open, false),
                new DisclosurePolicy.Sensitivity(text(), text(), AGE, List.of("jong"), special, true));
    }

    /** Tables whose rounded counts add up. */
    static PublicationPlan additive(List<PublicationPlan.Part> parts) {
        DisclosurePolicy policy = plan().policy();
        return plan(
                new DisclosurePolicy(
                        policy.id(),
                        policy.title(),
                        policy.provenance(),
                        policy.thresholds(),
                        new DisclosurePolicy.RoundingRule(5, true),
                        policy.requirement()),
                parts);
    }

    static PublicationPlan plan(DisclosurePolicy policy) {
        return plan(
                policy,
                List.of(
                        part(STADSDELEN, AreaLevel.STADSDEEL, PeriodKind.YEAR, false),
                        part(WIJKEN, AreaLevel.WIJK, PeriodKind.YEAR, false)));
    }

    static PublicationPlan plan(DisclosurePolicy policy, List<PublicationPlan.Part> parts) {
        return new PublicationPlan(FormatId.of("plan", "1"), text(), provenance(), policy, parts);
    }

    /** A table, by age or not. */
    static PublicationPlan.Part part(String name, AreaLevel level, PeriodKind period, boolean byAge) {
        List<PublicationPlan.Count> counts = List.of(
                new PublicationPlan.Count(MEETINGS, PERSONS, false, 0, false),
                new PublicationPlan.Count(VISITS, PERSONS, true, 0, true),
                new PublicationPlan.Count(PERSONS, PERSONS, true, 0, false),
                new PublicationPlan.Count(VOLUNTEERS, VOLUNTEERS, true, 0, false),
                new PublicationPlan.Count(HOURS, VOLUNTEERS, false, 2, false));
        PublicationPlan.Breakdown ages = new PublicationPlan.Breakdown(AGE, List.of("jong", "midden", "oud"));
        return new PublicationPlan.Part(name, level, period, byAge ? List.of(ages) : List.of(), counts);
    }

    static LocalizedText text() {
        return LocalizedText.of("Verzonnen", "Made up");
    }

    static Provenance provenance() {
        return new Provenance(Provenance.Status.DRAFT, text(), List.of());
    }

    /** Visits and persons of some wijken, by their numbers. */
    static CountTable.Builder visits(long[][] wijken) {
        CountTable.Builder table = CountTable.builder(STRUCTURE);
        for (long[] wijk : wijken) {
            row(table, wijk[0], wijk[1], wijk[2], 20, 3000);
        }
        return table;
    }

    static void row(CountTable.Builder table, long wijk, long visits, long persons, long volunteers, long hours) {
        row(table, wijk, "2026KW01", "oud", new long[] {visits, persons, volunteers, hours});
    }

    /** A row with visits, persons, volunteers and their hours in hundredths; with meetings or as many as fit the visits. */
    static void row(CountTable.Builder table, long wijk, String period, String age, long[] counts) {
        long visits = counts[0];
        table.row()
                .code("wijk", wijk(wijk))
                .code("periode", period)
                .code("leeftijd", age)
                .value("bijeenkomsten", counts.length > 4 ? counts[4] : visits == 0 ? 0 : 1 + visits / 10)
                .value("bezoeken", visits)
                .value("unieke_deelnemers", counts[1])
                .value("vrijwilligers", counts[2])
                .value("vrijwilligersuren", BigDecimal.valueOf(counts[3], 2))
                .add();
    }

    static Map<String, ResultTable> published(Release release) {
        return release.tables().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> release.table(name).table()));
    }

    static String wijk(long number) {
        return String.format(Locale.ROOT, "WK0518%02d", number);
    }
}
