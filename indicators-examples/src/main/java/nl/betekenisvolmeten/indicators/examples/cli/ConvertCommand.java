package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliverySet;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryWriter;
import nl.betekenisvolmeten.indicators.formats.delivery.SetReport;
import nl.betekenisvolmeten.indicators.formats.source.Carrier;
import nl.betekenisvolmeten.indicators.formats.source.RowWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes deliveries in another version of their format, or in another kind of file. */
@Command(name = "convert")
final class ConvertCommand extends Subcommand {

    /** What becomes of rows that may hold the same persons and become one row. */
    private enum Persons {
        EMPTY(MigrationPlan.Persons.EMPTY),
        MOST(MigrationPlan.Persons.AT_MOST),
        REFUSE(MigrationPlan.Persons.REFUSE);

        private final MigrationPlan.Persons merge;

        Persons(MigrationPlan.Persons merge) {
            this.merge = merge;
        }
    }

    @Mixin
    private final Deliveries.AtLeastOne files = new Deliveries.AtLeastOne(this);

    @Mixin
    private final Output output = new Output(terminal);

    @Option(names = "--to", descriptionKey = "convert.to", paramLabel = "FORMAT[@VERSION]")
    private @Nullable String to;

    @Option(names = "--persons", descriptionKey = "convert.persons", paramLabel = "empty|most|refuse")
    private Persons persons = Persons.EMPTY;

    @Mixin
    private final DefinitionOptions own = new DefinitionOptions(this);

    ConvertCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Carrier carrier = output.carrier();
        Lookup lookup = own.read();
        Deliveries deliveries = files.open();
        DeliverySet set = deliveries.set(lookup, Optional.empty());
        Optional<FormatDefinition> target =
                Optional.ofNullable(to).map(lookup::format).or(() -> newest(set));
        if (target.isEmpty()) {
            DeliveryReader reader = deliveries.reader(lookup);
            deliveries.sayFindings(deliveries.each(reader::validate), lookup, Audience.IT);
            terminal.say("deliveries.none");
            return ExitCodes.ERRORS;
        }
        DeliverySet wanted = set.withTarget(target.get());
        wanted.sources().stream()
                .map(wanted::way)
                .filter(way -> !way.isRead())
                .flatMap(way -> way.written().stream())
                .findFirst()
                .ifPresent(other -> {
                    throw texts.wrong("convert.noWay", other.id(), target.get().id());
                });
        DeliverySet.Conversion conversion = write(deliveries, set, target.get(), carrier);
        deliveries.sayFindings(conversion.reports(), lookup, Audience.IT);
        say(conversion, target.get());
        deliveries.saySummary(conversion.reports());
        boolean good = conversion.reports().stream().allMatch(DeliveryReport::isGood)
                && conversion.excluded().isEmpty();
        return good ? ExitCodes.GOOD : ExitCodes.ERRORS;
    }

    /** Returns the newest format of the files; totals that organisations counted stay what they are. */
    private static Optional<FormatDefinition> newest(DeliverySet set) {
        Collection<FormatDefinition> formats = set.formats().values();
        return formats.stream().allMatch(format -> format.ownTotals().isPresent())
                ? formats.stream().max(Comparator.comparing(FormatDefinition::id))
                : set.newest();
    }

    private DeliverySet.Conversion write(
            Deliveries deliveries, DeliverySet set, FormatDefinition target, Carrier carrier) {
        List<DeliverySet.Conversion> written = new ArrayList<>();
        output.writeWhole(output.required(), out -> {
            try (RowWriter writer = DeliveryWriter.of(target, carrier, out)) {
                written.add(deliveries.watched(() -> set.write(target, persons.merge, writer)));
            }
            deliveries.checkTwice(SetReport.SameDelivery.among(written.get(0).reports()));
            return written.get(0).written() > 0;
        });
        return written.get(0);
    }

    private void say(DeliverySet.Conversion conversion, FormatDefinition target) {
        conversion
                .excluded()
                .forEach(one -> terminal.say(
                        "convert.twice",
                        one.rows(),
                        one.later().name(),
                        one.earlier().name()));
        if (conversion.written() == 0) {
            terminal.say("deliveries.none");
        } else {
            terminal.say("convert.written", conversion.written(), target.id(), output.required());
        }
    }
}
