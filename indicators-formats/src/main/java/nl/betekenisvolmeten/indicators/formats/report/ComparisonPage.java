package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.comparison.Judgement;
import nl.betekenisvolmeten.indicators.plot.Plot;

/** The content of a comparison's page; its JSON has the same. Texts are in the language of the page. */
record ComparisonPage(
        String kind,
        String use,
        String purpose,
        String language,
        String version,
        String title,
        List<String> absent,
        List<String> notes,
        List<Section> sections) {

    /**
     * An indicator in its last period.
     *
     * @param id unique on the page
     * @param sentences the highlights
     * @param caveats the caveats for using the figures
     */
    record Section(
            String id,
            String indicator,
            String name,
            String unit,
            String definition,
            String period,
            String periodName,
            List<String> sentences,
            List<String> caveats,
            List<Picture> pictures,
            List<Line> rows,
            Optional<History> history) {}

    /** A chart. */
    record Picture(
            String id,
            String kind,
            String title,
            String text,
            @JsonIgnore Plot plot,
            String reference) {}

    /** The periods of an indicator. */
    record History(String text, List<String> periods, List<Picture> panels, List<AreaHistory> areas) {}

    /** The figures of an area in each period, with their intervals; empty texts where there are none. */
    record AreaHistory(String areaCode, String area, List<String> values, List<String> intervals) {}

    /** An area: numbers in full, and as the page writes them. */
    record Line(
            String areaCode,
            String area,
            String status,
            Optional<BigDecimal> value,
            Optional<BigDecimal> valueLower,
            Optional<BigDecimal> valueUpper,
            Optional<Double> lower,
            Optional<Double> upper,
            Optional<BigDecimal> referenceValue,
            Optional<Integer> rankLower,
            Optional<Integer> rankUpper,
            String verdict,
            Optional<String> reason,
            @JsonIgnore Judgement judgement,
            Shown shown) {}

    /** The cells of a row as people read them. */
    record Shown(
            String value,
            String interval,
            String reference,
            String verdict,
            String rank,
            String answers,
            String coverage) {}
}
