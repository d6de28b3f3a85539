package nl.betekenisvolmeten.indicators.formats.internal.migration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.definition.MigrationPlan;
import nl.betekenisvolmeten.indicators.model.AreaCode;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.table.internal.PossibleCodes;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** A step made ready for rows: it changes the canonical texts of one row, by column. */
interface RowChange {

    /** Changes a row and notes what that loses. */
    void apply(Map<ColumnName, String> row, long number, LossLog log);

    /**
     * Returns the changes that the steps of a stage make.
     *
     * @param possible whether a code that straddles several becomes these, and not one that a file can hold
     */
    static List<RowChange> of(MigrationPlan.Stage stage, boolean possible) {
        Map<ColumnName, ColumnType> types = new HashMap<>();
        stage.from()
                .columns()
                .forEach(column -> types.put(column.name(), column.rule().type()));
        List<RowChange> changes = new ArrayList<>();
        for (Migration.Step step : stage.steps()) {
            changes.add(
                    step instanceof Migration.Step.MapCodes map && possible
                            ? mapPossible(map)
                            : of(step, types, stage.to()));
            ColumnType before = types.remove(step.column());
            if (!(step instanceof Migration.Step.Rename rename)) {
                stage.to()
                        .column(step.column())
                        .ifPresent(
                                column -> types.put(column.name(), column.rule().type()));
            } else if (before != null) {
                types.put(rename.to(), before);
            }
        }
        return changes;
    }

    /** Returns the change that a step makes, from columns of the given types to a version. */
    private static RowChange of(Migration.Step step, Map<ColumnName, ColumnType> from, FormatDefinition to) {
        if (step instanceof Migration.Step.Rename rename) {
            return (row, number, log) -> {
                row.put(rename.to(), row.getOrDefault(rename.column(), ""));
                row.remove(rename.column());
            };
        }
        if (step instanceof Migration.Step.Add add) {
            return add(add);
        }
        if (step instanceof Migration.Step.Drop drop) {
            return drop(drop, from.get(drop.column()) instanceof ColumnType.Code);
        }
        if (step instanceof Migration.Step.MapCodes map) {
            return mapCodes(map);
        }
        return changeNotation(
                step.column(),
                Objects.requireNonNull(from.get(step.column())),
                to.column(step.column()).orElseThrow().rule().type());
    }

    private static RowChange add(Migration.Step.Add add) {
        LossLog.Event event = LossLog.Event.of(
                LossLog.COLUMN_ADDED,
                add.column(),
                add.value().isPresent() ? "filled" : "empty",
                add.value().map(value -> ": " + value).orElse(""));
        return (row, number, log) -> {
            log.add(event, number);
            row.put(add.column(), add.value().orElse(""));
        };
    }

    /**
     * Returns the change that drops a column. A code is named, as it says what was lost; a number or a text is only
     * counted.
     */
    private static RowChange drop(Migration.Step.Drop drop, boolean coded) {
        return (row, number, log) -> {
            String text = row.getOrDefault(drop.column(), "");
            row.remove(drop.column());
            if (!text.isEmpty() && !drop.implied().equals(Optional.of(text))) {
                log.add(
                        LossLog.Event.of(LossLog.DETAIL_LOST, drop.column(), "dropped", coded ? ": " + text : ""),
                        number);
            }
        };
    }

    private static RowChange mapCodes(Migration.Step.MapCodes map) {
        return (row, number, log) -> {
            String code = row.getOrDefault(map.column(), "");
            String image = map.image(code).orElse(code);
            if (!code.isEmpty() && !map.isExact(code)) {
                String reason = map.split().containsKey(code) ? "split" : "wider";
                log.add(
                        LossLog.Event.of(LossLog.DETAIL_LOST, map.column(), reason, ": " + code + " → " + image),
                        number);
            }
            row.put(map.column(), image);
        };
    }

    /** Returns the change of a code into all the codes that it may become; a cell may already have several. */
    private static RowChange mapPossible(Migration.Step.MapCodes map) {
        return (row, number, log) -> {
            String text = row.getOrDefault(map.column(), "");
            if (text.isEmpty()) {
                return;
            }
            Set<String> images = new TreeSet<>();
            for (String code : PossibleCodes.of(text)) {
                Set<String> parts = map.split().get(code);
                images.addAll(parts == null ? Set.of(map.image(code).orElse(code)) : parts);
                if (!map.isExact(code)) {
                    String all = parts == null ? map.image(code).orElse(code) : String.join(", ", parts);
                    String reason = parts == null ? "wider" : "possible";
                    log.add(
                            LossLog.Event.of(LossLog.DETAIL_LOST, map.column(), reason, ": " + code + " → " + all),
                            number);
                }
            }
            row.put(map.column(), PossibleCodes.text(images));
        };
    }

    private static RowChange changeNotation(ColumnName column, ColumnType from, ColumnType to) {
        if (from instanceof ColumnType.Place earlier && to instanceof ColumnType.Place later) {
            return (row, number, log) -> row.computeIfPresent(column, (any, text) -> area(text, earlier, later));
        }
        if (to.decimals().isPresent()) {
            int scale = to.decimals().get();
            return (row, number, log) ->
                    row.computeIfPresent(column, (any, text) -> number(text, scale, column, number, log));
        }
        // canonical texts of periods are the same in every notation; whoever writes them takes the agreed one
        return (row, number, log) -> {};
    }

    private static String area(String text, ColumnType.Place from, ColumnType.Place to) {
        Optional<AreaCode> code = from.byName()
                ? from.areas().findByName(from.level(), text).map(area -> area.code())
                : AreaCode.parse(text);
        return code.map(known -> to.byName()
                        ? to.areas().find(known).map(area -> area.name()).orElse(text)
                        : known.value())
                .orElse(text);
    }

    private static String number(String text, int scale, ColumnName column, long row, LossLog log) {
        if (text.isEmpty()) {
            return text;
        }
        BigDecimal number = Numbers.of(text);
        if (number.stripTrailingZeros().scale() <= scale) {
            return number.scale() <= scale ? text : Numbers.text(number.setScale(scale, RoundingMode.UNNECESSARY));
        }
        log.add(LossLog.Event.of(LossLog.DETAIL_LOST, column, "rounded", ""), row);
        return Numbers.text(number.setScale(scale, RoundingMode.HALF_UP));
    }
}
