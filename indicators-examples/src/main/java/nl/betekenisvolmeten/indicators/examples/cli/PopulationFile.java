package nl.betekenisvolmeten.indicators.examples.cli;

import java.nio.file.Path;
import java.util.List;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.form.CsvPopulation;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.table.Dimension;
import nl.betekenisvolmeten.indicators.table.TableStructure;
import org.jspecify.annotations.Nullable;

/** The file of {@code --population}. */
final class PopulationFile {

    private PopulationFile() {}

    static Population read(
            Path file, @Nullable Path output, TableStructure structure, AreaLevel level, Terminal terminal) {
        DeliverySource source =
                Deliveries.sources(List.of(file), output, terminal.texts()).get(0);
        Checked<Population> read = CsvPopulation.read(source, areas(structure), level);
        ResultFindings.tell(source.name(), read.findings(), terminal);
        return read.value()
                .filter(any -> !read.findings().hasErrors())
                .orElseThrow(() -> new BadDataException(source.name()));
    }

    static AreaHierarchy areas(TableStructure structure) {
        return structure.dimensions().stream()
                .filter(Dimension.Place.class::isInstance)
                .map(dimension -> ((Dimension.Place) dimension).areas())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a format without areas"));
    }
}
