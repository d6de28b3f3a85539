package nl.betekenisvolmeten.indicators.formats.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.disclosure.PublicFigures;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.formats.internal.csv.CsvRowWriter;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Indicator;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Target;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.need.NeedRanking;

/**
 * The files of a publication that are computed from its tables, and from nothing else but facts that are public anyway.
 *
 * @param indicators all indicators that are known
 * @param fed those that the columns of the tables are meant for
 * @param targetSets targets, each with the direction of its indicator
 * @param targets the targets to judge
 * @param need the areas by need; empty if not asked
 * @param reached the count that is the reach
 */
public record DerivedFiles(
        List<Indicator> indicators,
        List<Indicator> fed,
        List<TargetSet> targetSets,
        List<Target> targets,
        Optional<NeedRanking> need,
        ColumnName reached) {

    private static final String PUBLIC = "public";

    /** The kinds of files. */
    public enum Kind {
        /** Targets, and which are met by the published figures: {@code doelen.csv}. */
        TARGETS("doelen.csv"),
        /**
         * Signals that deserve attention, for each table without categories: {@code wijk-jaar-signalen.csv} of
         * {@code wijk-jaar}.
         */
        SIGNALS("-signalen.csv"),
        /** The plots of each table without categories: {@code wijk-jaar-grafieken.json} of {@code wijk-jaar}. */
        PLOTS("-grafieken.json"),
        /** Need by area, and who is reached by the published figures: {@code behoefte.csv}. */
        NEED("behoefte.csv");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        private Stream<String> names(PublicationPlan plan) {
            return ending.startsWith("-")
                    ? plan.parts().stream().filter(part -> part.by().isEmpty()).map(part -> part.id() + ending)
                    : Stream.of(ending);
        }
    }

    public DerivedFiles {
        indicators = List.copyOf(indicators);
        fed = List.copyOf(fed);
        targetSets = List.copyOf(targetSets);
        targets = List.copyOf(targets);
    }

    /**
     * Returns the names of files.
     *
     * @param plan the plan of the publication
     * @param kinds the kinds of files
     * @return the names, grouped by kind
     */
    public static List<String> names(PublicationPlan plan, Set<Kind> kinds) {
        return Arrays.stream(Kind.values())
                .filter(kinds::contains)
                .flatMap(kind -> kind.names(plan))
                .toList();
    }

    /**
     * Writes a file.
     *
     * @param release the publication
     * @param name the name of the file
     * @param out the destination; not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if there is no file of that name
     */
    public void write(Release release, String name, OutputStream out) throws IOException {
        write(release.figures(), name, out);
    }

    private void write(PublicFigures figures, String name, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Kind kind = kind(name);
        String table = name.substring(0, name.length() - kind.ending.length());
        switch (kind) {
            case TARGETS ->
                csv(TargetRow.TABLE, TargetRow.of(figures.targets(indicators, fed, targetSets, targets)), text);
            case SIGNALS -> csv(SignalsJson.columns(PUBLIC), figures.signals(table, fed).rows().stream(), text);
            case PLOTS ->
                JsonFiles.writeLines(
                        figures.plots(table, fed).stream()
                                .map(plot -> PlotJson.of(plot, PUBLIC))
                                .iterator(),
                        text);
            case NEED -> {
                if (need.isPresent()) {
                    NeedRanking.Report report = figures.need(need.get(), reached);
                    csv(NeedColumns.of(report), NeedColumns.areas(report).stream(), text);
                }
            }
        }
        text.flush();
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> name.endsWith(kind.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file computed from tables: " + name));
    }

    private static <R> void csv(List<TableColumn<R>> columns, Stream<R> rows, Writer out) throws IOException {
        CsvResults.write(TableColumn.withUse(columns, PUBLIC), rows, CsvRowWriter.csv(out));
    }

    /**
     * Checks whether published files contain exactly what anyone can compute from the tables.
     *
     * @param figures the figures of the tables that were published with the files
     * @param files the files, with their names
     * @return an objection for each file that does not follow from the tables
     * @throws IOException if a file cannot be read
     */
    public List<LocalizedText> check(PublicFigures figures, List<DeliverySource> files) throws IOException {
        List<LocalizedText> objections = new ArrayList<>();
        for (DeliverySource file : files) {
            ByteArrayOutputStream computed = new ByteArrayOutputStream();
            try (InputStream in = file.open()) {
                write(figures, file.name(), computed);
                if (!Arrays.equals(in.readNBytes(computed.size() + 1), computed.toByteArray())) {
                    objections.add(LocalizedText.of(
                            "Een bestand volgt niet uit de openbare tabellen: " + file.name(),
                            "A file does not follow from the published tables: " + file.name()));
                }
            }
        }
        return objections;
    }
}
