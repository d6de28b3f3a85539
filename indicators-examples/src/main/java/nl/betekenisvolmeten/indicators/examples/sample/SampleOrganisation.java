package nl.betekenisvolmeten.indicators.examples.sample;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.model.KvkNumber;
import nl.betekenisvolmeten.indicators.model.Period;

/**
 * An organisation that does not exist.
 *
 * @param kvk its number
 * @param name its name
 * @param stadsdelen the names of the stadsdelen in which it works, at least one
 * @param silent the quarters for which it delivered no rows
 * @param wijken the number of wijken in which it works, in each stadsdeel
 * @param activities the number of activities in each wijk
 */
public record SampleOrganisation(
        KvkNumber kvk, String name, List<String> stadsdelen, Set<Period> silent, int wijken, int activities) {

    public SampleOrganisation {
        stadsdelen = List.copyOf(stadsdelen);
        silent = Set.copyOf(silent);
    }

    static List<SampleOrganisation> all() {
        return Resources.table("organisations.tsv").stream()
                .map(cells -> new SampleOrganisation(
                        KvkNumber.of(cells.get(0)),
                        cells.get(1),
                        List.of(cells.get(2).split(", ", -1)),
                        Stream.of(cells.get(3).split(", ", -1))
                                .flatMap(code -> Period.parseCode(code).stream())
                                .collect(Collectors.toSet()),
                        Integer.parseInt(cells.get(4)),
                        Integer.parseInt(cells.get(5))))
                .toList();
    }
}
