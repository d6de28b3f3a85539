package nl.betekenisvolmeten.indicators.formats.report;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Finding;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Audience;
import nl.betekenisvolmeten.indicators.finding.MessageCatalogue.Message;
import nl.betekenisvolmeten.indicators.finding.PersonalData;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.report.CheckedDelivery.QualityStatement;

/** A report's own words, and what findings say, for its reader. All of it can be shown. */
final class Words {

    /** How the place of a finding names a sheet: the workbook, an exclamation mark, the sheet. */
    private static final Pattern SHEET = Pattern.compile("(?i)\\.xlsx!(.+)$");

    private final ReportKind.Settings settings;
    private final ResourceBundle bundle;

    Words(ReportKind.Settings settings) {
        this.settings = settings;
        bundle = ResourceBundle.getBundle(
                "nl.betekenisvolmeten.indicators.formats.report.texts",
                settings.language().locale());
    }

    /** Returns a text with its arguments in place: {0}, {1}. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), settings.language().locale()).format(arguments);
    }

    String number(long number) {
        return of("number", number);
    }

    String severity(Severity severity) {
        return of("severity." + severity.name());
    }

    String role(Audience audience) {
        return of("role." + audience.name());
    }

    Message message(Finding finding) {
        return message(finding, settings.audience());
    }

    Message message(Finding finding, Audience audience) {
        Message message = settings.catalogue().message(finding, settings.language(), audience);
        return new Message(message.title(), PrintableText.text(message.text()), PrintableText.text(message.action()));
    }

    /** Returns the text of a rule, apart from any finding. */
    Message general(FindingCode code) {
        return settings.catalogue().general(code, settings.language(), settings.audience());
    }

    /** Returns the text of folded findings: that of the first, with its place if the texts of the others may differ. */
    String text(FoldedFinding fold, boolean example) {
        String text = message(fold.first()).text();
        List<Long> row = fold.first().location().row().stream().boxed().toList();
        String place = row.isEmpty() ? fold.column().map(this::column).orElse("") : place(row, false, "");
        return example && !place.isEmpty() ? of("example", place, text) : text;
    }

    String text(FoldedFinding fold) {
        return text(fold, fold.isExample());
    }

    /** Returns the row and the column of a finding; empty if it is about the whole delivery. */
    String place(Finding finding) {
        List<Long> rows = finding.location().row().stream().boxed().toList();
        return withSheet(
                finding,
                place(rows, false, finding.location().column().map(this::column).orElse("")));
    }

    /** Returns a place preceded by the sheet, if a workbook has more than one with rows. */
    private String withSheet(Finding finding, String place) {
        Matcher sheet = SHEET.matcher(
                finding.location().source().map(PersonalData::mask).orElse(""));
        if (!sheet.find()) {
            return place;
        }
        String name = of("sheet", PrintableText.text(sheet.group(1)));
        return place.isEmpty() ? name : name + ", " + place;
    }

    /** Returns the file of a finding about explanations, and the place in it. */
    String sourceOf(Finding finding) {
        String source = finding.location().source().map(PersonalData::mask).orElse("");
        String path = finding.location().path().map(PersonalData::mask).orElse("");
        return PrintableText.text(source + (path.isEmpty() ? "" : " " + path));
    }

    /** Returns the first rows and the column of folded findings; empty if they are about the whole delivery. */
    String place(FoldedFinding fold) {
        return withSheet(
                fold.first(),
                place(fold.rows(), more(fold), fold.column().map(this::column).orElse("")));
    }

    private String column(String name) {
        return of("column", PrintableText.text(name));
    }

    private String place(List<Long> rows, boolean more, String column) {
        String row = rows.isEmpty() ? "" : of("row", rows(rows, more));
        return row + (row.isEmpty() || column.isEmpty() ? "" : ", ") + column;
    }

    String rows(FoldedFinding fold) {
        return rows(fold.rows(), more(fold));
    }

    private static boolean more(FoldedFinding fold) {
        return fold.rows().size() == FoldedFinding.MAX_ROWS && fold.count() > FoldedFinding.MAX_ROWS;
    }

    /** Returns row numbers as a spreadsheet shows them, without thousands separators. */
    private String rows(List<Long> rows, boolean more) {
        String numbers = rows.stream().map(row -> Long.toString(row)).collect(Collectors.joining(", "));
        return more ? of("rows.more", numbers) : numbers;
    }

    /** Returns what was probably meant; empty if that differs or is not known. */
    String suggestions(FoldedFinding fold) {
        return fold.isExample() ? "" : suggestions(fold.first());
    }

    private static String suggestions(Finding finding) {
        return finding.suggestions().stream().map(PrintableText::text).collect(Collectors.joining(", "));
    }

    String reason(Acceptance acceptance) {
        return of(
                "reason",
                role(acceptance.role()),
                acceptance.date().toString(),
                PrintableText.text(acceptance.reason()));
    }

    /** Returns a line that says which rules were applied. */
    String checks(CheckedDelivery file) {
        QualityStatement quality = file.quality();
        if (quality.partlyChecked().isEmpty() && quality.notChecked().isEmpty()) {
            return of("checks.all", quality.rules());
        }
        if (quality.partlyChecked().isEmpty() && isOfPrevious(file, quality.notChecked())) {
            return of("checks.butPrevious");
        }
        String line = of("checks.some", quality.checked().size(), quality.rules());
        String partly =
                quality.partlyChecked().isEmpty() ? "" : " " + of("checks.partly", codes(quality.partlyChecked()));
        String not = quality.notChecked().isEmpty() ? "" : " " + of("checks.not", codes(quality.notChecked()));
        return line + partly + not;
    }

    /**
     * Returns whether rules compare with a previous delivery; false if one was given that could not be compared, which
     * a finding explains.
     */
    private static boolean isOfPrevious(CheckedDelivery file, Set<FindingCode> codes) {
        boolean given = file.delivery().findings().count(RuleCoverage.NOT_COMPARED) > 0;
        return !given
                && file.format()
                        .map(format -> format.deliveryRules().rules().stream()
                                .map(rule -> rule.verdict().code())
                                .toList()
                                .containsAll(codes))
                        .orElse(false);
    }

    /** Returns the limits that were reached. */
    String limits(QualityStatement quality) {
        return quality.limits().stream()
                .map(code -> general(code).title() + " (" + code + ")")
                .collect(Collectors.joining("; "));
    }

    private static String codes(Iterable<FindingCode> codes) {
        StringBuilder text = new StringBuilder();
        codes.forEach(code -> text.append(text.isEmpty() ? "" : ", ").append(code));
        return text.toString();
    }
}
