package nl.betekenisvolmeten.indicators.formats.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.finding.Language;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.model.ColumnName;

/**
 * An empty form of an account: one workbook with a sheet to fill in for each part, called by the name of that part, and
 * behind them one explanation and one list of codes. What is filled in with the values that it offers is read without a
 * finding. Immutable; the same form gives the same bytes each time.
 */
public final class AccountTemplate {

    private final AccountDefinition account;
    private final Language language;
    private final Map<String, Template> forms;

    private AccountTemplate(AccountDefinition account, Language language, Map<String, Template> forms) {
        this.account = account;
        this.language = language;
        this.forms = forms;
    }

    /**
     * Returns the form of an account, with its explanation in Dutch and nothing filled in.
     *
     * @param account the account
     * @return the form
     */
    public static AccountTemplate of(AccountDefinition account) {
        Map<String, Template> forms = new LinkedHashMap<>();
        account.parts().forEach(part -> forms.put(part.name(), Template.of(part.format())));
        return new AccountTemplate(account, Language.NL, forms);
    }

    /**
     * Returns a copy of this form with its explanation in another language. Names of sheets, columns and codes stay as
     * they are.
     *
     * @param newLanguage of the explanation
     * @return the form
     */
    public AccountTemplate withLanguage(Language newLanguage) {
        return new AccountTemplate(account, newLanguage, forms);
    }

    /**
     * Returns a copy of this form with a column that is the same in every row of every part that has it.
     *
     * @param column the column
     * @param text its value, in any notation that the formats read
     * @return the form
     * @throws IllegalArgumentException if no part has such a column, or one cannot hold the value
     */
    public AccountTemplate withPrefilled(ColumnName column, String text) {
        if (account.parts().stream().noneMatch(part -> part.has(column))) {
            throw new IllegalArgumentException("no column " + column + " in " + account.id());
        }
        Map<String, Template> filled = new LinkedHashMap<>(forms);
        account.parts().stream()
                .filter(part -> part.has(column))
                .forEach(part -> filled.computeIfPresent(part.name(), (any, form) -> form.withPrefilled(column, text)));
        return new AccountTemplate(account, language, filled);
    }

    /**
     * Writes the form as a workbook (XLSX).
     *
     * @param out the destination; not closed
     * @throws IOException if writing fails
     */
    public void writeWorkbook(OutputStream out) throws IOException {
        List<FormPart> parts = new ArrayList<>();
        forms.forEach((name, form) -> parts.add(form.part(name)));
        new TemplateBook(parts, Optional.of(account), new TemplateTexts(language)).write(out);
    }
}
