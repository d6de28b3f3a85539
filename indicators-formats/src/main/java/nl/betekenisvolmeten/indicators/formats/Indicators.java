package nl.betekenisvolmeten.indicators.formats;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.OpenedDelivery;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;
import nl.betekenisvolmeten.indicators.model.Population;

/**
 * The front door: reads deliveries with a set of definitions.
 *
 * <p>It has no meaning of its own. Each method is short for a plan or a reader, which its documentation names, and that
 * is where to go for choices that are not here. Immutable and thread-safe.
 */
public final class Indicators {

    private static final String INHABITANTS = "denhaag-inwoners";

    private final Definitions definitions;
    private final Population population;
    private final DeliveryReader reader;
    private final MessageCatalogue texts;

    private Indicators(Definitions definitions, Population population, DeliveryReader reader, MessageCatalogue texts) {
        this.definitions = definitions;
        this.population = population;
        this.reader = reader;
        this.texts = texts;
    }

    /**
     * Returns a front door with the bundled definitions: formats, areas, inhabitants and indicators. Short for {@link
     * Definitions#bundled}.
     *
     * @return the front door
     */
    public static Indicators bundled() {
        return of(Definitions.bundled());
    }

    /**
     * Returns a front door with the caller's definitions. Inhabitants are those of Den Haag that the definitions have,
     * or else the bundled ones.
     *
     * @param definitions the definitions, such as bundled ones with others added
     * @return the front door
     */
    public static Indicators of(Definitions definitions) {
        Definitions.PopulationList inhabitants = definitions
                .populations()
                .find(INHABITANTS)
                .orElseGet(() -> Definitions.bundled().populations().get(INHABITANTS));
        return new Indicators(
                definitions, inhabitants.population(), DeliveryReader.of(definitions), MessageCatalogue.bundled());
    }

    /**
     * Returns a copy that compares with other inhabitants.
     *
     * @param newPopulation the inhabitants
     * @return the front door
     */
    public Indicators withPopulation(Population newPopulation) {
        return new Indicators(definitions, newPopulation, reader, texts);
    }

    /**
     * Returns a copy that reads deliveries in another way, such as with limits on an upload: {@code
     * indicators.withReader(reader -> reader.withLimits(limits))}.
     *
     * @param change turns the reader of this front door into the one to use; its definitions stay the same
     * @return the front door
     */
    public Indicators withReader(UnaryOperator<DeliveryReader> change) {
        return new Indicators(definitions, population, change.apply(reader), texts);
    }

    /**
     * Returns a copy that words findings in another way.
     *
     * @param catalogue the texts, such as the bundled ones with some replaced: see {@link MessageCatalogue#with}
     * @return the front door
     */
    public Indicators withTexts(MessageCatalogue catalogue) {
        return new Indicators(definitions, population, reader, catalogue);
    }

    /**
     * Returns the definitions.
     *
     * @return the definitions
     */
    public Definitions definitions() {
        return definitions;
    }

    Population population() {
        return population;
    }

    MessageCatalogue texts() {
        return texts;
    }

    /**
     * Reads a file: short for {@link DeliveryReader#readTable(DeliverySource)}. Bad data gives findings, never an
     * exception.
     *
     * @param file a CSV file, workbook, JSON or JSON Lines file; what it is, is seen from its content
     * @return the delivery
     * @throws IndicatorsException if the file cannot be read
     */
    public Delivery read(Path file) {
        return read(DeliverySource.of(file));
    }

    /**
     * Reads a delivery: short for {@link DeliveryReader#readTable(DeliverySource)}. Bad data gives findings, never an
     * exception.
     *
     * @param source the delivery
     * @return the delivery
     * @throws IndicatorsException if the source cannot be read
     */
    public Delivery read(DeliverySource source) {
        OpenedDelivery opened = reader.open(source);
        String form = opened.format().map(format -> format.id().name()).orElse("");
        return new Delivery(opened.readTable(), form, this);
    }
}
