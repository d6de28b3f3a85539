package nl.betekenisvolmeten.indicators.formats.internal.definition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.betekenisvolmeten.indicators.model.AreaHierarchy;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Population;
import nl.betekenisvolmeten.indicators.model.Validity;

/**
 * What the columns and rules of a format refer to.
 *
 * @param areas looks areas up
 * @param populations looks inhabitants up
 * @param validity the format's validity; empty when it could not be read
 * @param codelists the code lists that could be read, and those of files of their own
 * @param namedLists the ids of all code lists, including those that could not be read
 * @param columns the names of all columns, including those with other faults
 */
public record FormatParts(
        Lookup<AreaHierarchy> areas,
        Lookup<Population> populations,
        Optional<Validity> validity,
        Map<String, Codelist> codelists,
        Set<String> namedLists,
        Map<String, ColumnName> columns) {

    /** Looks up what a file refers to. */
    public interface Lookup<T> {

        /** Returns what a required property names; empty, after reporting it, if nothing has that name. */
        Optional<T> find(ObjectReader in, String property);
    }

    /** Reads the code lists and looks ahead for the columns' names. */
    public static FormatParts read(
            ObjectReader in,
            List<ObjectReader> columns,
            List<Codelist> shared,
            Lookup<AreaHierarchy> areas,
            Lookup<Population> populations) {
        Optional<Validity> validity = Values.validity(in);
        Set<String> ids = new LinkedHashSet<>();
        Map<String, Codelist> codelists = new LinkedHashMap<>();
        shared.forEach(list -> codelists.put(list.id(), list));
        for (ObjectReader item : in.ifGiven().objects("codelists")) {
            item.peek("id").ifPresent(codelists::remove);
            CodelistLoader.read(item, ids).ifPresent(list -> codelists.put(list.id(), list));
        }
        Map<String, ColumnName> names = new LinkedHashMap<>();
        columns.forEach(column -> column.peek("name")
                .filter(ColumnName::isValid)
                .ifPresent(name -> names.put(name, ColumnName.of(name))));
        return new FormatParts(areas, populations, validity, codelists, ids, names);
    }

    /** Returns the format's validity; if it could not be read, no value is made of an object that needs it. */
    Optional<Validity> validity(ObjectReader in) {
        if (validity.isEmpty()) {
            in.fail();
        }
        return validity;
    }

    /** Returns the code list that a property names. A list that exists but could not be read is not reported again. */
    Optional<Codelist> codelist(ObjectReader in, String property) {
        if (in.peek(property).filter(namedLists::contains).isPresent()) {
            Optional<Codelist> list = in.text(property).map(codelists::get);
            if (list.isEmpty()) {
                in.fail();
            }
            return list;
        }
        return in.reference(property, codelists);
    }

    /** Returns a column that a property names. */
    public Optional<ColumnName> column(ObjectReader in, String property) {
        return in.reference(property, columns);
    }

    /** Returns the columns that a required list names. */
    public List<ColumnName> columns(ObjectReader in, String property) {
        return KnownCodes.of(columns.keySet()).texts(in, property).stream()
                .map(ColumnName::of)
                .toList();
    }
}
