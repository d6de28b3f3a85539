package nl.betekenisvolmeten.indicators.examples.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final int ACTIVITIES = 9;
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
        FormatDefinition format = Definitions.bundled()
                .formats()
                .find(FORMAT)
                .orElseThrow(() -> new IllegalStateException("not bundled: " + FORMAT));
        return new SampleDeliveries(format, 0);
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
        SampleOrganisation organisation = organisations.stream()
                .filter(one -> one.kvk().equals(kvk))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample organisation has number " + kvk));
        if (organisation.silent().contains(quarter) || !format.validity().contains(quarter)) {
            throw new IllegalArgumentException(kvk + " has no delivery for " + quarter);
        }
        List<String> names =
                format.columns().stream().map(column -> column.name().value()).toList();
        out.append(String.join(";", names)).append('\n');
        for (Map<String, String> row : rowsOfYear(organisation, quarter)) {
            out.append(names.stream()
                            .map(name -> quoted(row.getOrDefault(name, "")))
                            .collect(Collectors.joining(";")))
                    .append('\n');
        }
    }

    /** Returns the rows of a year; first visits in a year depend on the earlier quarters. */
    private List<Map<String, String>> rowsOfYear(SampleOrganisation organisation, Period quarter) {
        FirstVisits firstVisits = new FirstVisits();
        List<Map<String, String>> rows = List.of();
        for (Period each : quarter.rollUp(PeriodKind.YEAR).parts(PeriodKind.QUARTER)) {
            if (each.compareTo(quarter) <= 0 && !organisation.silent().contains(each)) {
                rows = rows(organisation, each);
                firstVisits.put(rows);
            }
        }
        return rows;
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

    /** Three wijken, or two in each stadsdeel for an organisation that works in more than one. */
    private List<AreaCode> wijken(SampleOrganisation organisation) {
        int limit = organisation.stadsdelen().size() == 1 ? 3 : 2;
        List<AreaCode> wijken = new ArrayList<>();
        for (String stadsdeel : organisation.stadsdelen()) {
            places.wijken(LEAST_INHABITANTS).stream()
                    .filter(wijk -> places.stadsdeel(wijk).equals(stadsdeel))
                    .sorted(Comparator.comparingInt(wijk -> rank(organisation, wijk.value())))
                    .limit(limit)
                    .sorted()
                    .forEach(wijken::add);
        }
        return wijken;
    }

    /** What an organisation does in a wijk, in the order of the list. */
    private List<SampleActivity> activities(SampleOrganisation organisation, AreaCode wijk) {
        return activities.stream()
                .sorted(Comparator.comparingInt(activity -> rank(organisation, wijk + activity.name())))
                .limit(ACTIVITIES)
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
