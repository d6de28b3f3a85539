package nl.betekenisvolmeten.indicators.formats.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.betekenisvolmeten.indicators.model.TargetSet;
import nl.betekenisvolmeten.indicators.survey.Questionnaire;
import nl.betekenisvolmeten.indicators.validation.FormatId;

/**
 * What a single delivery is read without.
 *
 * @param targets sets of targets, by id and version
 * @param questionnaires questionnaires
 * @param accounts accounts of several parts
 * @param protocols counting protocols
 */
record MoreDefinitions(
        Map<String, TargetSet> targets,
        Map<FormatId, Questionnaire> questionnaires,
        Map<FormatId, AccountDefinition> accounts,
        Map<FormatId, ProtocolDefinition> protocols) {

    static final MoreDefinitions NONE = new MoreDefinitions(Map.of(), Map.of(), Map.of(), Map.of());

    MoreDefinitions with(TargetSet set) {
        Map<String, TargetSet> more = plus(targets, key(set.id(), set.version()), set);
        return new MoreDefinitions(more, questionnaires, accounts, protocols);
    }

    MoreDefinitions with(Questionnaire questionnaire) {
        return new MoreDefinitions(
                targets, plus(questionnaires, questionnaire.id(), questionnaire), accounts, protocols);
    }

    MoreDefinitions with(AccountDefinition account) {
        return new MoreDefinitions(targets, questionnaires, plus(accounts, account.id(), account), protocols);
    }

    MoreDefinitions with(ProtocolDefinition protocol) {
        return new MoreDefinitions(targets, questionnaires, accounts, plus(protocols, protocol.id(), protocol));
    }

    static String key(String id, String version) {
        return id + "@" + version;
    }

    static <K, T> Map<K, T> plus(Map<K, T> map, K key, T value) {
        Map<K, T> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
