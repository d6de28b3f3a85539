package nl.betekenisvolmeten.indicators.examples.embedding;

import java.io.PrintStream;
import java.nio.file.Path;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.Indicators;
import nl.betekenisvolmeten.indicators.formats.form.CsvPopulation;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.model.Population;

/** Compares areas with the inhabitants from a custom table. */
public final class OwnInhabitants {

    private OwnInhabitants() {}

    /**
     * Compares the stadsdelen of a delivery.
     *
     * @param delivery the delivery
     * @param inhabitants a CSV with the columns {@code area} and {@code inwoners}, or the neighbourhood table of CBS
     * @param out the destination
     */
    public static void run(Path delivery, Path inhabitants, PrintStream out) {
        Indicators bundled = Indicators.bundled();
        AreaHierarchy areas = bundled.definitions().areas("denhaag", 2025).orElseThrow(); // or your own
        Checked<Population> people = CsvPopulation.read(DeliverySource.of(inhabitants), areas, AreaLevel.STADSDEEL);
        Indicators indicators = bundled.withPopulation(people.orThrow());
        out.println(indicators.read(delivery).compare(AreaLevel.STADSDEEL).toText(Language.NL));
    }
}
