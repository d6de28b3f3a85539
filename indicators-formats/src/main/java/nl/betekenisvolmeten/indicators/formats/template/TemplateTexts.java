package nl.betekenisvolmeten.indicators.formats.template;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.model.LocalizedText;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** The form's own words, in one language. */
final class TemplateTexts {

    private final Language language;
    private final ResourceBundle bundle;

    TemplateTexts(Language language) {
        this.language = language;
        // there is a bundle for each language, so the machine's locale is never fallen back on
        bundle = ResourceBundle.getBundle("nl.betekenisvolmeten.indicators.formats.template.texts", language.locale());
    }

    Language language() {
        return language;
    }

    /** Returns a text with its arguments in place: {0}, {1}. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    String of(LocalizedText text) {
        return text.in(language);
    }

    /** Returns in words what a cell of a kind must look like. */
    String hint(ColumnType type) {
        if (type instanceof ColumnType.Kvk) {
            return of("hint.kvk");
        }
        if (type instanceof ColumnType.Code || type instanceof ColumnType.Place) {
            return of("hint.list", CodesSheet.NAME);
        }
        if (type instanceof ColumnType.Day
                || (type instanceof ColumnType.Time days && days.notation() == Period.Notation.DAY)) {
            return of("hint.day", "2026-01-31");
        }
        if (type instanceof ColumnType.Time time) {
            return time.validity()
                    .from()
                    .or(() -> time.validity().to())
                    .map(period -> of("hint.periodAs", time.notation().write(period.firstOf(time.kind()))))
                    .orElseGet(() -> of("hint.period"));
        }
        if (type instanceof ColumnType.Count) {
            return of("hint.count");
        }
        if (type instanceof ColumnType.Quantity quantity) {
            return of("hint.quantity", quantity.scale());
        }
        if (type instanceof ColumnType.Text text) {
            return of("hint.text", text.maximumLength());
        }
        return type.examples().stream()
                .findFirst()
                .map(example -> of("hint.example", example))
                .orElseGet(() -> of("hint.other"));
    }
}
