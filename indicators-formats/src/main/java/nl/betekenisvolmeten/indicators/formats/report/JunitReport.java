package nl.betekenisvolmeten.indicators.formats.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings.FoldedFinding;
import nl.betekenisvolmeten.indicators.finding.PrintableText;
import nl.betekenisvolmeten.indicators.finding.Severity;
import nl.betekenisvolmeten.indicators.formats.delivery.DeliveryReport;

/**
 * The report as JUnit XML: a test suite for each file and in it a test case for each rule. An error is a failure, a rule that
 * could not be applied is skipped, and warnings and notes are output.
 */
final class JunitReport {

    private final Words words;

    JunitReport(ReportKind.Settings settings) {
        words = new Words(settings);
    }

    void write(List<CheckedDelivery> files, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "indicators");
            for (CheckedDelivery file : files) {
                suite(xml, file);
            }
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the report cannot be written", e);
        }
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void suite(XMLStreamWriter xml, CheckedDelivery file) throws XMLStreamException {
        DeliveryReport report = file.delivery();
        Set<FindingCode> codes = new TreeSet<>(report.findings().countByCode().keySet());
        codes.addAll(file.quality().checked());
        codes.addAll(file.quality().partlyChecked());
        codes.addAll(file.quality().notChecked());
        long failures = codes.stream().filter(code -> isFailed(file, code)).count();
        long skipped = codes.stream().filter(code -> isSkipped(file, code)).count();
        line(xml, 1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", PrintableText.text(file.name()));
        xml.writeAttribute("tests", Integer.toString(codes.size()));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Long.toString(skipped));
        for (FindingCode code : codes) {
            test(xml, file, code);
        }
        output(xml, 2, statement(file));
        line(xml, 1);
        xml.writeEndElement();
    }

    private static boolean isFailed(CheckedDelivery file, FindingCode code) {
        return file.open().folded().stream()
                .anyMatch(fold -> isError(fold) && fold.code().equals(code));
    }

    private static boolean isError(FoldedFinding fold) {
        return fold.severity() == Severity.ERROR;
    }

    private static boolean isSkipped(CheckedDelivery file, FindingCode code) {
        return file.quality().notChecked().contains(code) && !isFailed(file, code);
    }

    private void test(XMLStreamWriter xml, CheckedDelivery file, FindingCode code) throws XMLStreamException {
        List<FoldedFinding> folds = file.open().folded().stream()
                .filter(fold -> fold.code().equals(code))
                .toList();
        line(xml, 2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", code + " " + words.general(code).title());
        xml.writeAttribute("classname", PrintableText.text(file.name()));
        if (isSkipped(file, code)) {
            line(xml, 3);
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", words.of("junit.skipped"));
        }
        List<FoldedFinding> errors = folds.stream().filter(JunitReport::isError).toList();
        if (!errors.isEmpty()) {
            failure(xml, errors);
        }
        String other = other(folds) + explained(file, code);
        if (!other.isEmpty()) {
            output(xml, 3, other);
        }
        line(xml, 2);
        xml.writeEndElement();
    }

    private String other(List<FoldedFinding> folds) {
        return folds.stream()
                .filter(fold -> !isError(fold))
                .map(fold -> words.severity(fold.severity()) + ": " + describe(fold))
                .collect(Collectors.joining("\n"));
    }

    private void failure(XMLStreamWriter xml, List<FoldedFinding> errors) throws XMLStreamException {
        FoldedFinding first = errors.get(0);
        long count = errors.stream().mapToLong(FoldedFinding::count).sum();
        line(xml, 3);
        xml.writeStartElement("failure");
        xml.writeAttribute("type", first.code().value());
        xml.writeAttribute("message", words.message(first.first()).title() + " (" + words.of("times", count) + ")");
        xml.writeCharacters(errors.stream().map(this::describe).collect(Collectors.joining("\n")));
        xml.writeEndElement();
    }

    private String describe(FoldedFinding fold) {
        String place = words.place(fold);
        String suggestions = words.suggestions(fold);
        return (place.isEmpty() ? "" : place + ": ")
                + words.text(fold)
                + (fold.count() == 1 ? "" : " (" + words.of("times", fold.count()) + ")")
                + (suggestions.isEmpty() ? "" : " " + words.of("suggestions", suggestions))
                + " → " + words.message(fold.first()).action();
    }

    private String explained(CheckedDelivery file, FindingCode code) {
        return file.explanations().explained().stream()
                .filter(warning -> warning.finding().code().equals(code))
                .map(warning -> "\n" + words.of("explained") + ": " + words.place(warning.finding()) + ": "
                        + words.message(warning.finding()).text() + " " + words.reason(warning.acceptance()))
                .collect(Collectors.joining());
    }

    private String statement(CheckedDelivery file) {
        String remarks = file.explanations().remarks().kept().stream()
                .map(remark -> "\n" + words.sourceOf(remark) + ": " + words.severity(remark.severity()) + " "
                        + remark.code() + ": " + words.message(remark).text())
                .collect(Collectors.joining());
        return words.of(
                        "counts",
                        file.quality().rows(),
                        file.quality().rowsAccepted(),
                        file.quality().errors(),
                        file.quality().warningsOpen(),
                        file.quality().notes())
                + " " + words.checks(file) + remarks;
    }

    private static void output(XMLStreamWriter xml, int depth, String text) throws XMLStreamException {
        line(xml, depth);
        xml.writeStartElement("system-out");
        xml.writeCharacters(text.strip());
        xml.writeEndElement();
    }
}
