package nl.betekenisvolmeten.indicators.formats.internal.delivery;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.Location;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.internal.rows.Remark;

/** The findings that remarks of a carrier become. */
final class Remarks {

    private Remarks() {}

    static Finding finding(Remark remark, Location place) {
        return switch (remark.kind()) {
            case ENCODING -> Finding.of(DeliveryCodes.ENCODING, Severity.NOTE, place, remark.arguments());
            case HIDDEN_SHEET, HIDDEN_COLUMNS, HIDDEN_ROW -> hidden(remark, place);
            case BROKEN_CHARACTER -> Finding.of(DeliveryCodes.BROKEN_CHARACTER, Severity.ERROR, place);
            case COLUMN_TWICE ->
                Finding.of(
                        DeliveryCodes.COLUMN_TWICE,
                        Severity.ERROR,
                        place.withColumn(remark.arguments().getOrDefault("column", "?")),
                        remark.arguments());
        };
    }

    private static Finding hidden(Remark remark, Location place) {
        Map<String, String> arguments = new HashMap<>(remark.arguments());
        arguments.putIfAbsent("count", "1");
        arguments.put("reason", remark.kind().name().toLowerCase(Locale.ROOT));
        return Finding.of(DeliveryCodes.HIDDEN, Severity.NOTE, place, arguments);
    }
}
