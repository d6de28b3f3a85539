package nl.betekenisvolmeten.indicators.examples.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReader;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.CheckedRow;

/**
 * The money that programmes give to organisations.
 *
 * @param amounts the amounts
 */
record ProgrammeMoney(List<Amount> amounts) {

    /** The name of the form, without version. */
    static final String FORM = "programmageld";

    private static final int CENTS = 2;

    /**
     * An amount.
     *
     * @param programme where it comes from
     * @param organisation who receives it
     * @param district where it is for
     * @param period when it is for
     * @param euro how much it is
     */
    record Amount(String programme, String organisation, String district, Period period, BigDecimal euro) {

        private static Amount of(CheckedRow row) {
            return new Amount(
                    text(row, "programma"),
                    text(row, "organisatie"),
                    text(row, "stadsdeel"),
                    Period.ofCode(text(row, "periode")),
                    BigDecimal.valueOf(row.units(ColumnName.of("euro")).orElseThrow(), CENTS));
        }

        private static String text(CheckedRow row, String column) {
            return row.text(ColumnName.of(column)).orElseThrow();
        }

        /** Returns whether the amount pays for what an organisation did in a district and period. */
        boolean pays(String who, String where, Period when) {
            return organisation.equals(who) && district.equals(where) && period.contains(when);
        }

        /** Returns whether two amounts are for one organisation and district, at the same time for a part at least. */
        boolean isForTheSameAs(Amount other) {
            return organisation.equals(other.organisation)
                    && district.equals(other.district)
                    && (period.contains(other.period) || other.period.contains(period));
        }
    }

    /** Returns the files that hold money of programmes. */
    static List<Path> among(List<Path> files, Lookup lookup, Inputs inputs) {
        DeliveryReader reader = DeliveryReader.of(lookup.definitions());
        return files.stream()
                .filter(path -> reader.recognise(inputs.source(path))
                        .filter(format -> format.id().name().equals(FORM))
                        .isPresent())
                .toList();
    }

    /** Reads the amounts of some files; rows with an error are reported and do not count. */
    static ProgrammeMoney read(List<Path> files, Lookup lookup, FormFiles forms) {
        List<Amount> amounts = new ArrayList<>();
        for (Path file : files) {
            amounts.addAll(forms.read(file, source -> {
                List<Amount> read = new ArrayList<>();
                DeliveryReport report = DeliveryReader.of(lookup.definitions())
                        .withFormat(lookup.format(FORM).id())
                        .open(source)
                        .readRows(row -> read.add(Amount.of(row)));
                return new Checked<>(report.format().map(any -> List.copyOf(read)), report.findings());
            }));
        }
        return new ProgrammeMoney(amounts);
    }

    Set<Period> periods() {
        return amounts.stream().map(Amount::period).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> programmes() {
        return amounts.stream().map(Amount::programme).collect(Collectors.toCollection(TreeSet::new));
    }

    private ProgrammeMoney where(Predicate<Amount> condition) {
        return new ProgrammeMoney(amounts.stream().filter(condition).toList());
    }

    /** Returns the amounts for a period and any within it. */
    ProgrammeMoney within(Period period) {
        return where(amount -> period.contains(amount.period()));
    }

    /** Returns the amounts for a period itself. */
    ProgrammeMoney during(Period period) {
        return where(amount -> period.equals(amount.period()));
    }

    ProgrammeMoney of(String programme) {
        return where(amount -> amount.programme().equals(programme));
    }

    ProgrammeMoney in(String district) {
        return where(amount -> amount.district().equals(district));
    }

    ProgrammeMoney without(ProgrammeMoney others) {
        return where(amount -> !others.amounts.contains(amount));
    }

    /** Returns whether other money pays for part of the same work. */
    boolean isShared(ProgrammeMoney others) {
        return amounts.stream().anyMatch(own -> others.amounts.stream().anyMatch(own::isForTheSameAs));
    }

    Set<String> districts() {
        return amounts.stream().map(Amount::district).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> organisations() {
        return amounts.stream().map(Amount::organisation).collect(Collectors.toCollection(TreeSet::new));
    }

    BigDecimal euro() {
        return amounts.stream().map(Amount::euro).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
