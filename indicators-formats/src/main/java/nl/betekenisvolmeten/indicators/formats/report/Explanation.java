package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.disclosure.InternalUse;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.Measure;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.Provenance;
import nl.betekenisvolmeten.indicators.table.Coverage;
import nl.betekenisvolmeten.indicators.table.Figure;
import nl.betekenisvolmeten.indicators.validation.FormatId;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/**
 * Where a figure comes from. Holds rows of deliveries, so it is for internal use.
 *
 * @param cell the cell as it was asked for
 * @param format the format whose rows were counted; rows of its earlier versions were carried over
 * @param indicator the indicator; empty for the total of a column
 * @param area the area; empty when none was named
 * @param period the period; empty when none was named
 * @param figure the figure, with numerator and denominator where it has them
 * @param per what the value is expressed per; empty for totals and means
 * @param parts the totals that it is made of
 * @param rows the rows that counted, by file in the order given and then by number; the first of many
 * @param rowsCounted how many rows counted
 * @param files every file, also those without a row that counted
 * @param definitions the definitions it rests on, with their versions
 * @param rules the checks that every row has passed, or was warned of
 * @param coverage what was reported of what was to be expected; empty where nothing was
 * @param deliveries what came of reading the files together, such as rows that two of them have
 */
public record Explanation(
        Cell cell,
        FormatId format,
        Optional<Indicator> indicator,
        Optional<Area> area,
        Optional<Period> period,
        Figure figure,
        OptionalLong per,
        List<Part> parts,
        List<CountedRow> rows,
        long rowsCounted,
        List<UsedFile> files,
        List<UsedDefinition> definitions,
        List<Verdict> rules,
        Optional<Coverage> coverage,
        SetReport deliveries) {

    public Explanation {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        files = List.copyOf(files);
        definitions = List.copyOf(definitions);
        rules = List.copyOf(rules);
    }

    /** What a total is in a figure. */
    public enum Role {
        /** The figure itself. */
        TOTAL,
        /** What is divided. */
        NUMERATOR,
        /** By what. */
        DENOMINATOR
    }

    /** What the number of persons in a figure follows from. */
    public enum Bound {
        /** It is exactly the sum of first visits in the year. */
        FIRST_VISITS,
        /** There are at least as many persons as first visits in the year, which are all of different persons. */
        AT_LEAST_FIRST_VISITS,
        /** There are at least as many as if everyone who may be in several rows is. */
        AT_LEAST_REPEATED,
        /** Persons who are new in a later quarter are added to those at least. */
        AT_LEAST_NEW,
        /** There are at most as many as if nobody is in several rows. */
        AT_MOST_SUM,
        /** There are fewer than that: first visits, own totals or agreements give a lower upper bound. */
        AT_MOST_KNOWN
    }

    /**
     * A total.
     *
     * @param role what it is in the figure
     * @param measure the column and its nature, which says how it adds up
     * @param where the codes that counted; a column that is not named did not matter
     * @param figure the total, with how many cells it is of
     * @param bounds for persons, what its bounds follow from
     */
    public record Part(
            Role role, Measure measure, Map<ColumnName, Set<String>> where, Figure figure, Set<Bound> bounds) {
        public Part {
            bounds = Collections.unmodifiableSet(new TreeSet<>(bounds));
            where = Collections.unmodifiableMap(new TreeMap<>(where));
        }
    }

    /**
     * A row that counted.
     *
     * @param file the file's name
     * @param number the row as a spreadsheet shows it
     * @param key what makes it that row and no other: the columns that the file's own format keys by, with the values in
     *     them; empty for a format without a key
     * @param texts the texts of its cells, by column of the file's own format; personal data is masked
     * @param counted the number that it gave to each total; missing where its cell was empty
     */
    public record CountedRow(
            String file,
            long number,
            Map<ColumnName, String> key,
            Map<ColumnName, String> texts,
            Map<Role, CellValue> counted) {
        public CountedRow {
            key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            counted = Collections.unmodifiableMap(new TreeMap<>(counted));
        }
    }

    /** What was done with a file. */
    public enum Use {
        /** Its good rows were read. */
        READ,
        /** It is of an earlier version; its good rows were carried over. */
        CARRIED_OVER,
        /** It has totals that organisations counted themselves. */
        OWN_TOTALS,
        /** It is of another format, so it has nothing to do with the figure. */
        OTHER_FORMAT,
        /** Its format was not recognised. */
        NOT_RECOGNISED
    }

    /**
     * A file.
     *
     * @param report its name, hash, format and findings
     * @param use what was done with it
     * @param rowsCounted how many of its rows counted
     * @param rowsRejected how many of its rows have an error and may belong to the cell
     * @param rejected those rows as a spreadsheet shows them; the first of many
     */
    public record UsedFile(DeliveryReport report, Use use, long rowsCounted, long rowsRejected, List<Long> rejected) {
        public UsedFile {
            rejected = List.copyOf(rejected);
        }
    }

    /** Kinds of definition. */
    public enum DefinitionKind {
        /** A set of indicators. */
        INDICATOR_SET,
        /** A format. */
        FORMAT,
        /** A list of areas. */
        AREAS,
        /** Inhabitants of areas. */
        POPULATION
    }

    /**
     * A definition that the figure rests on.
     *
     * @param kind what it defines
     * @param id its name
     * @param version its version
     * @param status how official it is
     */
    public record UsedDefinition(DefinitionKind kind, String id, String version, Provenance.Status status) {}

    /**
     * Writes a few sections for people: the figure, how it was made, definitions, files with their findings, and rows.
     *
     * @param explanation where the figure comes from
     * @param language the language of the words
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeText(InternalUse<Explanation> explanation, Language language, Writer out)
            throws IOException {
        out.write(new ExplanationText(language).text(explanation.table()));
    }

    /**
     * Writes one JSON object: {@code cell}, {@code value} with its bounds and status, {@code parts}, {@code coverage},
     * {@code files}, {@code definitions}, {@code rules} and {@code rows}. Numbers have at most 17 significant digits;
     * what is absent is null.
     *
     * @param explanation where the figure comes from
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public static void writeJson(InternalUse<Explanation> explanation, Writer out) throws IOException {
        JsonFiles.write(ExplanationJson.of(explanation.table()), out);
    }
}
