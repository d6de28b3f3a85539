package nl.betekenisvolmeten.indicators.formats.template;

import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** What a cell of a kind must look like, in words. */
final class Hints {

    private Hints() {}

    static String of(ColumnType type, TemplateTexts texts) {
        if (type instanceof ColumnType.Kvk) {
            return texts.of("hint.kvk");
        }
        if (type instanceof ColumnType.Code || type instanceof ColumnType.Place) {
            return texts.of("hint.list", CodesSheet.NAME);
        }
        if (type instanceof ColumnType.Time time) {
            return time.validity()
                    .from()
                    .or(() -> time.validity().to())
                    .map(period -> texts.of("hint.periodAs", time.notation().write(period.firstOf(time.kind()))))
                    .orElseGet(() -> texts.of("hint.period"));
        }
        if (type instanceof ColumnType.Day) {
            return texts.of("hint.day", "2026-01-31");
        }
        if (type instanceof ColumnType.Count) {
            return texts.of("hint.count");
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return texts.of("hint.quantity", quantity.scale());
        }
        if (type instanceof ColumnType.Text text) {
            return texts.of("hint.text", text.maximumLength());
        }
        return type.examples().stream()
                .findFirst()
                .map(example -> texts.of("hint.example", example))
                .orElseGet(() -> texts.of("hint.other"));
    }
}
