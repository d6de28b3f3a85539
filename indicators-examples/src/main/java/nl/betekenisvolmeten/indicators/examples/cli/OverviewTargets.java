package nl.betekenisvolmeten.indicators.examples.cli;

import java.util.ArrayList;
import java.util.List;
import nl.betekenisvolmeten.indicators.formats.report.SentencePage;
import nl.betekenisvolmeten.indicators.model.Area;
import nl.betekenisvolmeten.indicators.model.AreaLevel;
import nl.betekenisvolmeten.indicators.targets.TargetReport;
import nl.betekenisvolmeten.indicators.targets.TargetReport.Evidence.Origin;

/**
 * Targets in an overview.
 *
 * @param report the targets of the period, judged
 * @param page the sentences about targets
 * @param words the words of the overview
 * @param narrowed whether the overview covers only some rows, which targets are not about
 */
record OverviewTargets(TargetReport report, TargetPage page, OverviewWords words, boolean narrowed) {

    /** Returns the targets of a stadsdeel, whether or not anything was delivered for them. */
    List<String> of(Area area) {
        if (narrowed) {
            return List.of(words.of("targets.where"));
        }
        List<String> own = report.lines().stream()
                .filter(line -> line.target().area().equals(area.code()))
                .map(page::sentence)
                .toList();
        return own.isEmpty() ? List.of(words.of("targets.none", area.name())) : own;
    }

    /** Returns the section about the city: how many people, its stadsdelen, and the targets with deliveries. */
    SentencePage.Section city(String name, List<String> lead, List<String> districts) {
        List<TargetReport.Line> all = report.lines().stream()
                .filter(line -> line.target().area().level() == AreaLevel.GEMEENTE)
                .toList();
        List<String> fed = all.stream()
                .filter(line -> line.evidence().stream().anyMatch(one -> one.origin() == Origin.DELIVERIES))
                .map(page::sentence)
                .toList();
        List<String> sentences = new ArrayList<>();
        if (narrowed) {
            sentences.add(words.of("targets.where"));
            return city(name, lead, districts, sentences);
        }
        sentences.add(
                all.isEmpty()
                        ? words.of("targets.none", name)
                        : words.of("targets.city", all.size(), fed.isEmpty() ? words.of("none") : fed.size()));
        sentences.addAll(fed);
        return city(name, lead, districts, sentences);
    }

    private SentencePage.Section city(String name, List<String> lead, List<String> districts, List<String> sentences) {
        List<SentencePage.Part> parts = new ArrayList<>();
        if (!districts.isEmpty()) {
            parts.add(new SentencePage.Part(words.of("part.districts"), districts));
        }
        parts.add(new SentencePage.Part(words.of("part.targets"), sentences));
        return new SentencePage.Section(words.of("city", name), lead, parts);
    }
}
