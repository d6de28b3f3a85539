package nl.betekenisvolmeten.indicators.formats.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Acceptances.Acceptance;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.finding.FindingCode;
import nl.betekenisvolmeten.indicators.finding.Findings;
import nl.betekenisvolmeten.indicators.formats.definition.DefinitionReader;
import nl.betekenisvolmeten.indicators.formats.definition.Definitions;
import nl.betekenisvolmeten.indicators.formats.source.DeliverySource;

/**
 * The explanations that come with an account, each with the part that it is about. An explanation in a file about all parts
 * belongs to the part whose warning it explains.
 */
record PartExplanations(String account, Map<String, DeliverySource> files) {

    private static final FindingCode NOT_USED = FindingCode.of("BM-E02");

    static PartExplanations of(PartedSource source) throws IOException {
        return new PartExplanations(source.name(), source.explanations());
    }

    /** Returns the parts with their explanations; the other list contains the file name of each part. */
    List<AccountReader.Report.Part> of(List<AccountReader.Report.Part> parts, List<String> names) throws IOException {
        List<AccountReader.Report.Part> explained = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            DeliverySource file = files.get(names.get(i));
            explained.add(file == null ? parts.get(i) : with(parts.get(i), read(file)));
        }
        DeliverySource ofAll = files.get(account);
        return ofAll == null || parts.isEmpty() ? explained : shared(explained, read(ofAll));
    }

    private static AccountReader.Report.Part with(AccountReader.Report.Part part, Checked<Acceptances> explanations) {
        return new AccountReader.Report.Part(part.name(), part.report(), Optional.of(explanations));
    }

    private static Checked<Acceptances> read(DeliverySource file) throws IOException {
        try (InputStream in = file.open()) {
            return DefinitionReader.of(Definitions.empty()).readAcceptances(file.name(), in);
        }
    }

    /**
     * Gives each explanation to one part. The findings about the file go to the first part.
     */
    private static List<AccountReader.Report.Part> shared(
            List<AccountReader.Report.Part> parts, Checked<Acceptances> read) {
        if (read.value().isEmpty()) {
            List<AccountReader.Report.Part> told = new ArrayList<>(parts);
            told.set(0, with(parts.get(0), read));
            return told;
        }
        List<List<Acceptance>> ofParts = new ArrayList<>();
        parts.forEach(part -> ofParts.add(new ArrayList<>()));
        Acceptances all = read.value().get();
        all.all()
                .forEach(explanation ->
                        ofParts.get(place(explanation, all.source(), parts)).add(explanation));
        return IntStream.range(0, parts.size())
                .mapToObj(i ->
                        ofParts.get(i).isEmpty() && (i > 0 || read.findings().total() == 0)
                                ? parts.get(i)
                                : with(
                                        parts.get(i),
                                        Checked.of(
                                                new Acceptances(all.source(), ofParts.get(i)),
                                                i == 0 ? read.findings() : Findings.none())))
                .toList();
    }

    /** Returns the first part with a warning that the explanation explains, or else the first that it concerns. */
    private static int place(Acceptance explanation, String source, List<AccountReader.Report.Part> parts) {
        List<Acceptances.Applied> applied = parts.stream()
                .map(part -> new Acceptances(source, List.of(explanation))
                        .apply(part.report().findings()))
                .toList();
        return first(applied, found -> !found.explained().isEmpty())
                .or(() -> first(applied, found -> !found.remarks().countByCode().containsKey(NOT_USED)))
                .orElse(0);
    }

    private static Optional<Integer> first(
            List<Acceptances.Applied> applied, Predicate<Acceptances.Applied> condition) {
        return IntStream.range(0, applied.size())
                .filter(i -> condition.test(applied.get(i)))
                .boxed()
                .findFirst();
    }
}
