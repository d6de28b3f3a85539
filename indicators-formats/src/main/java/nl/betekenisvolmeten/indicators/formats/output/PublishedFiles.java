package nl.betekenisvolmeten.indicators.formats.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.disclosure.Protected;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.disclosure.Release;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.table.ResultTable;

/**
 * The files of a publication: each table as CSV, JSON, SDMX-CSV and a workbook, named by the plan. They can be read
 * back for an attack on the publication.
 */
public final class PublishedFiles {

    private static final String AGENCY = "BETEKENISVOLMETEN";
    private static final Map<String, String> CONCEPTS =
            Map.of("area_code", "REF_AREA", "area", "REF_AREA_NAME", "period", "TIME_PERIOD");

    /** What a table can be written as. */
    enum Kind {
        SDMX(".sdmx.csv"),
        CSV(".csv"),
        JSON(".json"),
        XLSX(".xlsx");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    private PublishedFiles() {}

    /**
     * Returns the names of the files of a publication.
     *
     * @param plan the plan
     * @return the names, those of one table after each other
     */
    public static List<String> names(PublicationPlan plan) {
        List<String> names = new ArrayList<>();
        for (PublicationPlan.Part part : plan.parts()) {
            for (Kind kind : List.of(Kind.CSV, Kind.JSON, Kind.SDMX, Kind.XLSX)) {
                names.add(part.id() + kind.ending);
            }
        }
        return List.copyOf(names);
    }

    /**
     * Writes a file of a publication.
     *
     * @param release the tables
     * @param name the name of the file
     * @param language the language of the explanations in a workbook
     * @param out the destination; not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if the plan has no file of that name
     */
    public static void write(Release release, String name, Language language, OutputStream out) throws IOException {
        if (!names(release.plan()).contains(name)) {
            throw new IllegalArgumentException("no file of the plan: " + name);
        }
        Kind kind = kind(name);
        Protected<ResultTable> table = release.table(table(name, kind));
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        switch (kind) {
            case CSV -> CsvResults.write(table, text);
            case JSON -> JsonResults.write(table, text);
            case SDMX -> SdmxCsv.write(table, dataflow(release.plan()), text);
            case XLSX -> {
                ByteArrayOutputStream workbook = new ByteArrayOutputStream();
                ResultSheet.ofPublished(table).writeXlsx(language, workbook);
                workbook.writeTo(out);
            }
        }
        text.flush();
    }

    private static SdmxCsv.Dataflow dataflow(PublicationPlan plan) {
        String id = plan.id().name().toUpperCase(Locale.ROOT).replace('-', '_');
        return new SdmxCsv.Dataflow(AGENCY, id, plan.id().version(), CONCEPTS);
    }

    private static Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> name.endsWith(kind.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file of a publication: " + name));
    }

    private static String table(String name, Kind kind) {
        return name.substring(0, name.length() - kind.ending.length());
    }

    /**
     * What files of a publication say.
     *
     * @param tables the tables, by the names of the plan's parts. Where one file gives a figure that is hidden in another,
     *     the table has it
     * @param objections what is in the files and does not belong in a publication
     */
    public record Published(Map<String, ResultTable> tables, List<LocalizedText> objections) {

        public Published {
            tables = Map.copyOf(tables);
            objections = List.copyOf(objections);
        }
    }

    /**
     * Reads files of a publication as any reader can.
     *
     * @param plan the plan that they should be of
     * @param files the files, with their names; other files than those of the plan give objections
     * @return the tables
     * @throws IndicatorsException if a file cannot be read
     */
    public static Published read(PublicationPlan plan, List<DeliverySource> files) {
        List<LocalizedText> objections = new ArrayList<>();
        Map<String, PublishedTable> tables = new LinkedHashMap<>();
        plan.parts().forEach(part -> tables.put(part.id(), new PublishedTable(part, objections)));
        List<String> known = names(plan);
        for (DeliverySource file : files) {
            PublishedTable table =
                    known.contains(file.name()) ? tables.get(table(file.name(), kind(file.name()))) : null;
            if (table == null) {
                objections.add(LocalizedText.of(
                        "Een bestand hoort niet bij de publicatie: " + file.name(),
                        "A file is not part of the publication: " + file.name()));
            } else {
                table.add(file, kind(file.name()));
            }
        }
        Map<String, ResultTable> read = new LinkedHashMap<>();
        tables.forEach((name, table) -> {
            if (table.isAny()) {
                read.put(name, table.result());
            }
        });
        return new Published(read, objections);
    }
}
