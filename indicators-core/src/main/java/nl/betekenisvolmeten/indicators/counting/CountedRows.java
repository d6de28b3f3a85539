package nl.betekenisvolmeten.indicators.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.Counted;
import nl.betekenisvolmeten.indicators.counting.CountingProtocol.DimensionSource;
import nl.betekenisvolmeten.indicators.model.AgeBand;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Residuals.Residual;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;

/** A protocol and the format that it counts for: what each column is filled with. */
final class CountedRows {

    private static final int HOURS_SCALE = 2;

    /** What the dimensions of a row are made of. */
    record RowPlace(MeetingSlot.Key key, String targetGroup, String kind, String ageGroup, String reporter) {}

    private final TableStructure structure;
    private final List<DimensionSource> sources = new ArrayList<>();
    private final List<Optional<Counted>> counted = new ArrayList<>();
    private final List<AgeBand> ages = new ArrayList<>();
    private final Map<String, Boolean> held = new HashMap<>();
    private final Map<String, String> districts = new HashMap<>();
    private Optional<Dimension.Place> area = Optional.empty();

    CountedRows(CountingProtocol protocol, TableStructure structure) {
        this.structure = structure;
        for (Dimension dimension : structure.dimensions()) {
            sources.add(source(protocol, dimension));
        }
        for (Measure measure : structure.measures()) {
            counted.add(Optional.ofNullable(protocol.measures().get(measure.name())));
        }
        protocol.measures().forEach(this::check);
    }

    private void check(ColumnName name, Counted what) {
        if (structure.measureIndex(name).isEmpty()) {
            throw new IllegalArgumentException("no such measure in the format: " + name);
        }
        int index = structure.measureIndex(name).getAsInt();
        if (!fits(what, structure.measures().get(index))) {
            throw new IllegalArgumentException("nature of measure " + name + " cannot hold " + what);
        }
        factor(index);
    }

    /**
     * Returns whether a measure fits what is counted: persons never add up, and as one volunteer may help two groups of
     * people, no dimension keeps volunteers apart.
     */
    private static boolean fits(Counted what, Measure measure) {
        return switch (what) {
            case PERSONS, NEW_PERSONS, FIRST_THIS_YEAR, RESIDENTS -> measure instanceof Measure.Distinct;
            case VOLUNTEERS -> measure instanceof Measure.Distinct volunteers && !volunteers.partitioned();
            case MEETINGS -> measure instanceof Measure.Flow || measure instanceof Measure.Shared;
            case VISITS, NAMELESS_VISITS, VOLUNTEER_HOURS, REFERRALS -> measure instanceof Measure.Flow;
        };
    }

    private DimensionSource source(CountingProtocol protocol, Dimension dimension) {
        DimensionSource source = protocol.dimensions().get(dimension.name());
        if (source == null) {
            throw new IllegalArgumentException("protocol does not fill dimension " + dimension.name());
        }
        if (source == DimensionSource.Plain.AGE_GROUP) {
            ages.addAll(bands(protocol, dimension));
        }
        if (source == DimensionSource.Plain.AREA) {
            area = Optional.of(place(dimension));
        }
        if (source == DimensionSource.Plain.AREA_ABOVE) {
            place(dimension);
        }
        return source;
    }

    private static List<AgeBand> bands(CountingProtocol protocol, Dimension dimension) {
        if (!(dimension instanceof Dimension.Category category)
                || category.partition().contains(protocol.rules().unknownAge())) {
            throw new IllegalArgumentException("dimension must be a list of age groups: " + dimension.name());
        }
        return category.partition().stream()
                .map(code -> AgeBand.parse(code)
                        .orElseThrow(() -> new IllegalArgumentException("not an age group: " + code)))
                .toList();
    }

    private static Dimension.Place place(Dimension dimension) {
        if (dimension instanceof Dimension.Place place) {
            return place;
        }
        throw new IllegalArgumentException("dimension must hold areas: " + dimension.name());
    }

    TableStructure structure() {
        return structure;
    }

    List<Optional<Counted>> counted() {
        return counted;
    }

    boolean counts(Counted what) {
        return counted.contains(Optional.of(what));
    }

    /** Returns the larger areas that an area lies in; empty if the format has none, or cannot hold the area. */
    String district(String text) {
        return districts.computeIfAbsent(text, this::areasAbove);
    }

    private String areasAbove(String text) {
        List<String> above = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) == DimensionSource.Plain.AREA_ABOVE) {
                above(text, (Dimension.Place) structure.dimensions().get(i)).ifPresent(above::add);
            }
        }
        return String.join(" ", above);
    }

    /** Returns the age group of an age, or empty if there is none. */
    Optional<String> ageGroup(int age) {
        return ages.stream()
                .filter(band -> band.contains(age))
                .map(AgeBand::code)
                .findFirst();
    }

    /**
     * Returns the factor that converts a count to the scale of a column: counts are whole numbers, hours are in
     * hundredths.
     */
    long factor(int measure) {
        int scale = structure.measures().get(measure).scale();
        int own = counted.get(measure).equals(Optional.of(Counted.VOLUNTEER_HOURS)) ? HOURS_SCALE : 0;
        if (scale < own) {
            throw new IllegalArgumentException("hours of two decimals do not fit a scale of " + scale);
        }
        long factor = 1;
        for (int i = own; i < scale; i++) {
            factor *= 10;
        }
        return factor;
    }

    String[] codes(RowPlace place) {
        String[] codes = new String[sources.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = sources.get(i) instanceof DimensionSource.ByKind byKind
                    ? byKind.of(place.kind())
                    : code((DimensionSource.Plain) sources.get(i), place, i);
        }
        return codes;
    }

    private String code(DimensionSource.Plain source, RowPlace place, int dimension) {
        return switch (source) {
            case REPORTER -> place.reporter();
            case PERIOD -> place.key().period().code();
            case AREA -> place.key().area();
            case AREA_ABOVE ->
                above(place.key().area(), (Dimension.Place)
                                structure.dimensions().get(dimension))
                        .orElseThrow();
            case ACTIVITY -> place.key().activity();
            case KIND -> place.kind();
            case TARGET_GROUP -> place.targetGroup();
            case AGE_GROUP -> place.ageGroup();
        };
    }

    /** Returns whether rows of the format can hold an area: as it is, and the larger ones that it lies in. */
    boolean holds(String text) {
        return held.computeIfAbsent(text, this::canHold);
    }

    private boolean canHold(String text) {
        for (int i = 0; i < sources.size(); i++) {
            boolean above = sources.get(i) == DimensionSource.Plain.AREA_ABOVE;
            if (above
                    && above(text, (Dimension.Place) structure.dimensions().get(i))
                            .isEmpty()) {
                return false;
            }
        }
        return area.isEmpty()
                || area.get().code(text).isPresent()
                || area.get().residuals().find(text).isPresent();
    }

    private Optional<String> above(String text, Dimension.Place level) {
        return area.flatMap(place -> place.area(text, level.level()))
                .flatMap(level.areas()::find)
                .map(found -> level.byName() ? found.name() : found.code().value())
                .or(() -> level.residuals().find(text).map(Residual::code));
    }
}
