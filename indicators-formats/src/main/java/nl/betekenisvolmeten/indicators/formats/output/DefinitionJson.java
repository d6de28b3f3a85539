package nl.betekenisvolmeten.indicators.formats.output;

import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.formats.definition.AccountDefinition;
import nl.betekenisvolmeten.indicators.formats.definition.ProtocolDefinition;
import nl.betekenisvolmeten.indicators.formats.internal.result.CamelCase;
import nl.betekenisvolmeten.indicators.formats.internal.result.JsonFiles;
import nl.betekenisvolmeten.indicators.formats.internal.result.TextJson;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import nl.betekenisvolmeten.indicators.model.Period;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.survey.Questionnaire.Question;
import nl.betekenisvolmeten.indicators.validation.Verdict;

/** Definitions in JSON, with the names of definition files. Formats have a file of their own: {@link FormatJson}. */
final class DefinitionJson {

    private DefinitionJson() {}

    /** A rule: its code and how serious it is. */
    @CamelCase
    record RuleJson(String code, String severity, List<String> columns) {

        static RuleJson of(Verdict verdict, List<ColumnName> columns) {
            return new RuleJson(
                    verdict.code().value(),
                    JsonFiles.word(verdict.severity()),
                    columns.stream().map(ColumnName::value).toList());
        }
    }

    /** An account of several parts. */
    @CamelCase
    record AccountJson(
            String kind,
            String id,
            String version,
            TextJson title,
            Optional<String> validFrom,
            Optional<String> validTo,
            String status,
            TextJson note,
            List<PartJson> parts,
            List<RuleJson> rules) {

        static AccountJson of(AccountDefinition account) {
            return new AccountJson(
                    "account",
                    account.id().name(),
                    account.id().version(),
                    TextJson.of(account.title()),
                    account.validity().from().map(Period::code),
                    account.validity().to().map(Period::code),
                    JsonFiles.word(account.provenance().status()),
                    TextJson.of(account.provenance().note()),
                    account.parts().stream().map(PartJson::of).toList(),
                    account.rules().stream()
                            .map(rule -> RuleJson.of(rule.verdict(), columns(rule)))
                            .toList());
        }

        private static List<ColumnName> columns(AccountDefinition.Rule rule) {
            return rule instanceof AccountDefinition.Rule.Occurs occurs
                    ? occurs.columns()
                    : List.of(((AccountDefinition.Rule.Same) rule).column());
        }
    }

    /** A part of an account. */
    @CamelCase
    record PartJson(String name, String format, boolean required, TextJson title) {

        static PartJson of(AccountDefinition.Part part) {
            return new PartJson(part.name(), part.format().id().toString(), part.required(), TextJson.of(part.title()));
        }
    }

    /** A questionnaire. */
    @CamelCase
    record QuestionnaireJson(
            String kind,
            String id,
            String version,
            TextJson title,
            String status,
            TextJson note,
            List<QuestionJson> questions) {

        static QuestionnaireJson of(Questionnaire questionnaire) {
            return new QuestionnaireJson(
                    "questionnaire",
                    questionnaire.id().name(),
                    questionnaire.id().version(),
                    TextJson.of(questionnaire.title()),
                    JsonFiles.word(questionnaire.provenance().status()),
                    TextJson.of(questionnaire.provenance().note()),
                    questionnaire.questions().stream().map(QuestionJson::of).toList());
        }
    }

    /** A question and the answers to it. */
    @CamelCase
    record QuestionJson(String code, TextJson label, String scale, List<String> answers) {

        static QuestionJson of(Question question) {
            return new QuestionJson(
                    question.code(),
                    TextJson.of(question.label()),
                    question.scale().name(),
                    List.copyOf(question.scale().answers()));
        }
    }

    /** A set of targets. */
    @CamelCase
    record TargetsJson(
            String kind,
            String id,
            String version,
            TextJson title,
            String status,
            TextJson note,
            List<TargetJson> targets) {

        static TargetsJson of(TargetSet set) {
            return new TargetsJson(
                    "targets",
                    set.id(),
                    set.version(),
                    TextJson.of(set.title()),
                    JsonFiles.word(set.provenance().status()),
                    TextJson.of(set.provenance().note()),
                    set.entries().stream().map(TargetJson::of).toList());
        }
    }

    /** A target. */
    @CamelCase
    record TargetJson(String indicator, String area, String period, TextJson name, TextJson unit, String source) {

        static TargetJson of(TargetSet.Entry entry) {
            return new TargetJson(
                    entry.target().indicator().value(),
                    entry.target().area().value(),
                    entry.target().period().code(),
                    TextJson.of(entry.name()),
                    TextJson.of(entry.unit()),
                    entry.basis().source());
        }
    }

    /** A protocol of counting. */
    @CamelCase
    record ProtocolJson(
            String kind,
            String id,
            String version,
            TextJson title,
            String status,
            TextJson note,
            String registrations,
            String format,
            List<String> counts) {

        static ProtocolJson of(ProtocolDefinition protocol) {
            return new ProtocolJson(
                    "protocol",
                    protocol.id().name(),
                    protocol.id().version(),
                    TextJson.of(protocol.title()),
                    JsonFiles.word(protocol.protocol().provenance().status()),
                    TextJson.of(protocol.protocol().provenance().note()),
                    protocol.registrations().format().id().toString(),
                    protocol.format().id().toString(),
                    protocol.protocol().measures().keySet().stream()
                            .map(ColumnName::value)
                            .toList());
        }
    }

    /** A policy on what is hidden. */
    @CamelCase
    record PolicyJson(
            String kind,
            String id,
            String version,
            TextJson title,
            String status,
            TextJson note,
            int threshold,
            int rounding,
            String requirement) {

        static PolicyJson of(DisclosurePolicy policy) {
            return new PolicyJson(
                    "policy",
                    policy.id().name(),
                    policy.id().version(),
                    TextJson.of(policy.title()),
                    JsonFiles.word(policy.provenance().status()),
                    TextJson.of(policy.provenance().note()),
                    policy.threshold(),
                    policy.rounding(),
                    policy.level().name());
        }
    }

    /** A plan of what is published together. */
    @CamelCase
    record PlanJson(
            String kind,
            String id,
            String version,
            TextJson title,
            String status,
            TextJson note,
            String policy,
            List<TableJson> tables) {

        static PlanJson of(PublicationPlan plan) {
            return new PlanJson(
                    "plan",
                    plan.id().name(),
                    plan.id().version(),
                    TextJson.of(plan.title()),
                    JsonFiles.word(plan.provenance().status()),
                    TextJson.of(plan.provenance().note()),
                    plan.policy().id().toString(),
                    plan.parts().stream().map(TableJson::of).toList());
        }
    }

    /** A table that is published. */
    @CamelCase
    record TableJson(String name, String level, String period, List<CategoriesJson> by, List<CountJson> counts) {

        static TableJson of(PublicationPlan.Part part) {
            return new TableJson(
                    part.id(),
                    part.level().name(),
                    part.period().name(),
                    part.by().stream().map(CategoriesJson::of).toList(),
                    part.counts().stream().map(CountJson::of).toList());
        }
    }

    /** Categories that a table has next to their total. */
    @CamelCase
    record CategoriesJson(String column, List<String> codes) {

        static CategoriesJson of(PublicationPlan.Breakdown by) {
            return new CategoriesJson(by.column().value(), by.codes());
        }
    }

    /** A count that is published. */
    @CamelCase
    record CountJson(String measure, String persons, boolean onePerPerson, int decimals, boolean perThousand) {

        static CountJson of(PublicationPlan.Count count) {
            return new CountJson(
                    count.measure().value(),
                    count.persons().value(),
                    count.onePerPerson(),
                    count.decimals(),
                    count.perThousand());
        }
    }
}
