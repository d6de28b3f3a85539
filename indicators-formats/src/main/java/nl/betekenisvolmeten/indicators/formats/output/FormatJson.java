package nl.betekenisvolmeten.indicators.formats.output;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.betekenisvolmeten.indicators.formats.definition.Column;
import nl.betekenisvolmeten.indicators.formats.definition.FormatDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.Migration;
import nl.betekenisvolmeten.indicators.formats.internal.result.CamelCase;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.TextJson;
import nl.betekenisvolmeten.indicators.formats.output.DefinitionJson.RuleJson;
import nl.betekenisvolmeten.indicators.model.Codelist;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.validation.ColumnType;

/** A format in JSON, for programs that want to know what it asks. */
@CamelCase
record FormatJson(
        String kind,
        String id,
        String version,
        TextJson title,
        Optional<String> validFrom,
        Optional<String> validTo,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> readableFrom,
        String status,
        TextJson note,
        List<ColumnJson> columns,
        List<RuleJson> rules,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonFormat(with = JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED)
        List<MigrationJson> migration) {

    static FormatJson of(FormatDefinition format) {
        return new FormatJson(
                "format",
                format.id().name(),
                format.id().version(),
                TextJson.of(format.title()),
                format.validity().from().map(Period::code),
                format.validity().to().map(Period::code),
                format.readableFrom().map(Period::code),
                JsonFiles.word(format.provenance().status()),
                TextJson.of(format.provenance().note()),
                format.columns().stream().map(ColumnJson::of).toList(),
                rules(format),
                format.migrations().stream().map(MigrationJson::of).toList());
    }

    private static List<RuleJson> rules(FormatDefinition format) {
        return Stream.of(
                        format.ruleSet().verdicts().values().stream().map(verdict -> RuleJson.of(verdict, List.of())),
                        format.ruleSet().rules().stream().map(rule -> RuleJson.of(rule.verdict(), rule.columns())),
                        format.deliveryRules().rules().stream()
                                .map(rule -> RuleJson.of(rule.verdict(), rule.columns())))
                .flatMap(part -> part)
                .toList();
    }

    /** A column. */
    @CamelCase
    record ColumnJson(
            String name,
            String concept,
            boolean required,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Boolean> mayBeEmpty,
            TextJson title,
            TextJson agreement,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<List<CodeJson>> codes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<List<CodeJson>> residuals) {

        static ColumnJson of(Column column) {
            return new ColumnJson(
                    column.name().value(),
                    column.concept(),
                    column.rule().required(),
                    Optional.of(true)
                            .filter(any ->
                                    column.rule().required() && column.rule().mayBeEmpty()),
                    TextJson.of(column.title()),
                    TextJson.of(column.agreement()),
                    column.rule().type() instanceof ColumnType.Code code
                            ? Optional.of(CodeJson.of(code.codes()))
                            : Optional.empty(),
                    column.rule().type() instanceof ColumnType.Place place
                            ? place.residuals().codes().map(CodeJson::of)
                            : Optional.empty());
        }
    }

    /** A code and its name. */
    @CamelCase
    record CodeJson(String code, TextJson name) {

        static List<CodeJson> of(Codelist codes) {
            return codes.items().stream().map(CodeJson::of).toList();
        }

        private static CodeJson of(Codelist.Item item) {
            return new CodeJson(item.code(), TextJson.of(item.name()));
        }
    }

    /** How rows of the version before become rows of this one. */
    @CamelCase
    record MigrationJson(String from, List<StepJson> steps) {

        static MigrationJson of(Migration migration) {
            return new MigrationJson(
                    migration.from().id().toString(),
                    migration.steps().stream().map(StepJson::of).toList());
        }
    }

    /** A step of that. */
    @CamelCase
    record StepJson(
            String step,
            String column,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> to) {

        static StepJson of(Migration.Step step) {
            return new StepJson(
                    name(step),
                    step.column().value(),
                    step instanceof Migration.Step.Rename rename
                            ? Optional.of(rename.to().value())
                            : Optional.empty());
        }

        private static String name(Migration.Step step) {
            if (step instanceof Migration.Step.Rename) {
                return "rename";
            }
            if (step instanceof Migration.Step.Add) {
                return "add";
            }
            if (step instanceof Migration.Step.Drop) {
                return "drop";
            }
            return step instanceof Migration.Step.MapCodes ? "map-codes" : "notation";
        }
    }
}
