package nl.betekenisvolmeten.indicators.formats.report;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.formats.internal.document.Block;
import nl.betekenisvolmeten.indicators.formats.internal.document.Placeholder;
import nl.betekenisvolmeten.indicators.formats.internal.document.Placeholder.UnfilledException;
import nl.betekenisvolmeten.indicators.formats.internal.document.Run;
import nl.betekenisvolmeten.indicators.formats.report.ProgressReport.Letter;
import nl.betekenisvolmeten.indicators.model.CellValue;
import nl.betekenisvolmeten.indicators.model.Period;

/** Fills the placeholders of the running text. */
final class ProgressText implements Placeholder.Filler {

    private final ComparisonWords words;
    private final Period period;
    private final BoundCells cells;
    private final ProgressSummary summary;
    private final ProgressParts parts;

    ProgressText(ComparisonWords words, Letter letter) {
        this.words = words;
        period = letter.basis().period();
        cells = letter.basis().cells(words.language());
        summary = new ProgressSummary(words, letter, cells);
        parts = new ProgressParts(words, letter, cells);
    }

    @Override
    public Optional<List<Block>> blocks(Placeholder placeholder) {
        return placeholder.kind().equals("deel") ? parts.part(name(placeholder), placeholder) : Optional.empty();
    }

    @Override
    public List<Run> runs(Placeholder placeholder) {
        return switch (placeholder.kind()) {
            case "periode" -> List.of(new Run.Text(period.label(words.language())));
            case "cel" -> cell(placeholder);
            case "oordeel" -> judgement(placeholder);
            case "deel" ->
                summary.part(name(placeholder)).orElseThrow(() -> unfilled("progress.wrong.part", name(placeholder)));
            default -> throw unfilled("progress.wrong.kind", placeholder.kind());
        };
    }

    private static String name(Placeholder placeholder) {
        return placeholder.parameter("").orElse("");
    }

    private UnfilledException unfilled(String key, Object... arguments) {
        return new UnfilledException(words.of(key, arguments));
    }

    private BoundCells.Key key(Placeholder placeholder) {
        String indicator = placeholder.parameter("indicator").orElseThrow(() -> unfilled("progress.wrong.noIndicator"));
        Period own = placeholder
                .parameter("periode")
                .map(code -> Period.parseCode(code).orElseThrow(() -> unfilled("progress.wrong.period", code)))
                .orElse(period);
        return cells.key(indicator, placeholder.parameter("gebied").orElse(BoundCells.CITY), own);
    }

    private List<Run> cell(Placeholder placeholder) {
        BoundCells.Key key = key(placeholder);
        Optional<CellValue> value = cells.value(key);
        boolean usable = value.flatMap(CellValue::lowerBound).isPresent();
        Optional<String> otherwise = placeholder.parameter("anders");
        if (!usable && otherwise.isPresent()) {
            return List.of(new Run.Text(otherwise.get()));
        }
        if (!usable) {
            throw unfilled(
                    value.isPresent() ? "progress.wrong.value" : "progress.wrong.cell",
                    named(key),
                    value.map(words::value).orElse(""));
        }
        Run figure = cells.figure(key);
        placeholder
                .parameter("waarde")
                .filter(old -> !old.equals(figure.text()))
                .ifPresent(old -> {
                    throw unfilled("progress.wrong.stale", named(key), old, figure.text());
                });
        return placeholder
                .parameter("eenheid")
                .map(unit -> List.of(figure, new Run.Text(" " + unit)))
                .orElse(List.of(figure));
    }

    private static String named(BoundCells.Key key) {
        return key.indicator() + ", " + key.area() + ", " + key.period();
    }

    private List<Run> judgement(Placeholder placeholder) {
        BoundCells.Key key = key(placeholder);
        Judgement judgement = cells.row(key)
                .map(row -> row.assessment().judgement())
                .orElseThrow(() -> unfilled("progress.wrong.cell", named(key)));
        if (judgement == Judgement.NOT_DECIDED || judgement == Judgement.NONE) {
            return List.of(new Run.Text(placeholder
                    .parameter("anders")
                    .orElseThrow(() -> unfilled("progress.wrong.undecided", named(key)))));
        }
        return List.of(new Run.Text(words.judgement(judgement)));
    }
}
