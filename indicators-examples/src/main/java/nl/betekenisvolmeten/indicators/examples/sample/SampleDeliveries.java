package nl.betekenisvolmeten.indicators.examples.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.PeriodKind;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * Makes deliveries of organisations that do not exist: plausible, without errors or warnings, and every time the same.
 * Columns, places and inhabitants are those of the format. Immutable.
 */
public final class SampleDeliveries {

    /** The format of the deliveries. */
    public static final FormatId FORMAT = FormatId.of("telformat-gebiedsgericht", "2026.2");

    /** The format of the totals that organisations counted themselves. */
    public static final FormatId TOTALS = FormatId.of("telformat-kort", "2026.1");

    private static final int LEAST_INHABITANTS = 3_000;

    private final FormatDefinition format;
    private final long seed;
    private final Places places;
    private final List<SampleOrganisation> organisations = SampleOrganisation.all();
    private final List<SampleActivity> activities = SampleActivity.all();

    private SampleDeliveries(FormatDefinition format, long seed) {
        this.format = format;
        this.seed = seed;
        this.places = Places.of(format);
    }

    /**
     * Returns the deliveries of {@link SampleFiles}, and those of other quarters.
     *
     * @return the maker of deliveries
     */
    public static SampleDeliveries create() {
        return new SampleDeliveries(format(FORMAT), 0);
    }

    private static FormatDefinition format(FormatId id) {
        return Definitions.bundled()
                .formats()
                .find(id)
                .orElseThrow(() -> new IllegalStateException("not bundled: " + id));
    }

    /**
     * Returns other figures of the same organisations.
     *
     * @param newSeed which figures; those of {@link #create} have 0
     * @return the maker of deliveries
     */
    public SampleDeliveries withSeed(long newSeed) {
        return new SampleDeliveries(format, newSeed);
    }

    /**
     * Returns the organisations that deliver.
     *
     * @return the organisations, by number
     */
    public List<SampleOrganisation> organisations() {
        return organisations;
    }

    /**
     * Writes a delivery as CSV, header first, with line feeds.
     *
     * @param kvk the organisation
     * @param quarter the quarter
     * @param out the destination
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if there is no such organisation, it delivered nothing for that quarter, or the
     *     format does not hold for it
     */
    public void write(KvkNumber kvk, Period quarter, Appendable out) throws IOException {
        SampleOrganisation organisation = organisation(kvk);
        if (organisation.silent().contains(quarter) || !format.validity().contains(quarter)) {
            throw new IllegalArgumentException(kvk + " has no delivery for " + quarter);
        }
        write(
                format.columns(),
                Objects.requireNonNull(rowsSinceJanuary(organisation, quarter).get(quarter)),
                out);
    }

    /**
     * Writes the totals that an organisation counted itself as CSV, header first, with line feeds: one row for each
     * stadsdeel, with the rows of each quarter, also those that it did not deliver.
     *
     * @param kvk the organisation
     * @param period a half-year or year that begins in January
     * @param out the destination
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if there is no such organisation
     */
    public void writeTotals(KvkNumber kvk, Period period, Appendable out) throws IOException {
        List<Period> quarters = period.parts(PeriodKind.QUARTER);
        SampleOrganisation organisation = organisation(kvk);
        List<Map<String, String>> rows =
                rowsSinceJanuary(organisation, quarters.get(quarters.size() - 1)).values().stream()
                        .flatMap(List::stream)
                        .toList();
        FormatDefinition totals = format(TOTALS);
        write(
                totals.columns().stream().filter(Column::onForm).toList(),
                organisation.stadsdelen().stream()
                        .map(stadsdeel -> total(
                                rows.stream()
                                        .filter(row -> stadsdeel.equals(row.get("stadsdeel")))
                                        .toList(),
                                period))
                        .toList(),
                out);
    }

    /** Returns the total of rows since January: everyone who came had a first visit. */
    private static Map<String, String> total(List<Map<String, String>> rows, Period period) {
        Map<String, Integer> meetings = new HashMap<>();
        rows.forEach(row -> meetings.merge(
                row.get("wijk") + row.get("periode") + row.get("activiteit"), number(row, "bijeenkomsten"), Math::max));
        String first = sum(rows.stream().map(row -> number(row, "eerste_keer_dit_jaar")));
        Map<String, String> total = new HashMap<>();
        total.put("organisatie", rows.get(0).get("organisatie"));
        total.put("stadsdeel", rows.get(0).get("stadsdeel"));
        total.put("periode", period.code());
        total.put("activiteit", "ALLE");
        total.put("bijeenkomsten", sum(meetings.values().stream()));
        total.put("bezoeken", sum(rows.stream().map(row -> number(row, "bezoeken"))));
        total.put("unieke_deelnemers", first);
        total.put("eerste_keer_dit_jaar", first);
        return total;
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.getOrDefault(column, "0"));
    }

    private static String sum(Stream<Integer> numbers) {
        return Integer.toString(numbers.mapToInt(Integer::intValue).sum());
    }

    private SampleOrganisation organisation(KvkNumber kvk) {
        return organisations.stream()
                .filter(one -> one.kvk().equals(kvk))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample organisation has number " + kvk));
    }

    private static void write(List<Column> columns, List<Map<String, String>> rows, Appendable out) throws IOException {
        List<String> names =
                columns.stream().map(column -> column.name().value()).toList();
        out.append(String.join(";", names)).append('\n');
        for (Map<String, String> row : rows) {
            out.append(names.stream()
                            .map(name -> quoted(row.getOrDefault(name, "")))
                            .collect(Collectors.joining(";")))
                    .append('\n');
        }
    }

    /** Returns the rows of each quarter, whether or not delivered: first visits depend on the earlier quarters. */
    private Map<Period, List<Map<String, String>>> rowsSinceJanuary(SampleOrganisation organisation, Period quarter) {
        FirstVisits firstVisits = new FirstVisits();
        Map<Period, List<Map<String, String>>> all = new TreeMap<>();
        for (Period each : quarter.rollUp(PeriodKind.YEAR).parts(PeriodKind.QUARTER)) {
            if (each.compareTo(quarter) <= 0) {
                List<Map<String, String>> rows = rows(organisation, each);
                firstVisits.put(rows);
                all.put(each, rows);
            }
        }
        return all;
    }

    private List<Map<String, String>> rows(SampleOrganisation organisation, Period quarter) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (AreaCode wijk : wijken(organisation)) {
            for (SampleActivity activity : activities(organisation, wijk)) {
                RowMaker maker = new RowMaker(places, organisation, wijk, quarter, activity, seed);
                IntStream.range(0, activity.ages().size())
                        .forEach(age -> maker.row(age).ifPresent(rows::add));
            }
        }
        return rows;
    }

    private List<AreaCode> wijken(SampleOrganisation organisation) {
        List<AreaCode> wijken = new ArrayList<>();
        for (String stadsdeel : organisation.stadsdelen()) {
            places.wijken(LEAST_INHABITANTS).stream()
                    .filter(wijk -> places.stadsdeel(wijk).equals(stadsdeel))
                    .sorted(Comparator.comparingInt(wijk -> rank(organisation, wijk.value())))
                    .limit(organisation.wijken())
                    .sorted()
                    .forEach(wijken::add);
        }
        return wijken;
    }

    /** Returns what an organisation does in a wijk, in the order of the list. */
    private List<SampleActivity> activities(SampleOrganisation organisation, AreaCode wijk) {
        return activities.stream()
                .sorted(Comparator.comparingInt(activity -> rank(organisation, wijk + activity.name())))
                .limit(organisation.activities())
                .sorted(Comparator.comparingInt(activities::indexOf))
                .toList();
    }

    private int rank(SampleOrganisation organisation, String what) {
        long number = Long.parseLong(organisation.kvk().value());
        return Noise.of(seed, number, what.hashCode()).between(0, Integer.MAX_VALUE - 1);
    }

    private static String quoted(String cell) {
        boolean special = cell.indexOf(';') >= 0 || cell.indexOf('"') >= 0;
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
