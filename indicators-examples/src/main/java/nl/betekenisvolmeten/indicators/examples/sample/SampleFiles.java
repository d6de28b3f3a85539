package nl.betekenisvolmeten.indicators.examples.sample;

import java.util.List;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/** The deliveries that come with this program: {@link #QUARTERS three quarters} of all sample organisations. */
public final class SampleFiles {

    /** The period of the {@linkplain #totals totals} that an organisation counted itself. */
    public static final Period HALF_YEAR = Period.parseCode("2026HJ01").orElseThrow();

    /** The organisation that counted these totals: a small one, which delivered no rows of the second quarter. */
    static final KvkNumber COUNTED = KvkNumber.of("91000029");

    /** The quarters for which there are deliveries. */
    public static final List<Period> QUARTERS =
            List.of(Period.ofQuarter(2026, 1), Period.ofQuarter(2026, 2), Period.ofQuarter(2026, 3));

    static final String INDEX = "index.tsv";

    private static final String ANSWERS = "ervaringsmeting-2026KW02.csv";

    private static final String SUPPORT = "individuele-ondersteuning-2026KW02.csv";

    static final String TOTALS = "telformat-kort-2026HJ01-91000029.csv";

    private static final String FAULTY = "telformat-kort-2026HJ01-91000029-met-fouten.csv";

    private SampleFiles() {}

    /**
     * A delivery that comes with this program.
     *
     * @param quarter for which quarter
     * @param kvk by which organisation
     */
    public record SampleFile(Period quarter, KvkNumber kvk) {

        /**
         * Returns the name of the file.
         *
         * @return such as {@code telformat-2026KW01-91000011.csv}
         */
        public String name() {
            return "telformat-" + quarter + "-" + kvk + ".csv";
        }

        /**
         * Returns the path of the file among the others.
         *
         * @return such as {@code 2026KW01/telformat-2026KW01-91000011.csv}
         */
        public String path() {
            return quarter + "/" + name();
        }

        /**
         * Returns the file as bytes.
         *
         * @return UTF-8 text
         */
        public byte[] bytes() {
            return Resources.bytes(path());
        }

        /**
         * Returns the file as a delivery.
         *
         * @return a source that can be read
         */
        public DeliverySource source() {
            return DeliverySource.of(name(), bytes());
        }
    }

    /**
     * Returns what participants of the sample organisations answered, in all stadsdelen in one file.
     *
     * @return a source that can be read
     */
    public static DeliverySource answers() {
        return source(ANSWERS);
    }

    /**
     * Returns the individual support that the sample organisations gave, in all stadsdelen in one file.
     *
     * @return a source that can be read
     */
    public static DeliverySource support() {
        return source(SUPPORT);
    }

    /**
     * Returns the totals that a small organisation counted itself over the first half-year. It delivered no rows of the
     * second quarter, so the number of people who came is known from these only.
     *
     * @return a source that can be read
     */
    public static DeliverySource totals() {
        return source(TOTALS);
    }

    /**
     * Returns totals as {@link #totals}, with mistakes: more first visits than persons, fewer visits than persons, a
     * period that is not understood, a stadsdeel that does not exist, and the same row twice.
     *
     * @return a source that can be read
     */
    public static DeliverySource totalsWithFaults() {
        return source(FAULTY);
    }

    private static DeliverySource source(String name) {
        return DeliverySource.of(name, Resources.bytes(name));
    }

    /**
     * Returns all deliveries.
     *
     * @return the files, by quarter and then by organisation
     */
    public static List<SampleFile> all() {
        return Resources.table(INDEX).stream()
                .map(cells -> new SampleFile(Period.parseCode(cells.get(0)).orElseThrow(), KvkNumber.of(cells.get(1))))
                .toList();
    }
}
