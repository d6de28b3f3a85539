package nl.betekenisvolmeten.indicators.formats.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.formats.internal.result.CamelCase;

/** The objects of SARIF 2.1.0 that a report has, with the names of the standard. */
final class Sarif {

    private Sarif() {}

    @CamelCase
    record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    @CamelCase
    record Run(
            Tool tool,
            List<Invocation> invocations,
            String language,
            List<Artifact> artifacts,
            Iterable<Result> results) {}

    @CamelCase
    record Tool(Driver driver) {}

    @CamelCase
    record Driver(String name, String version, List<Rule> rules) {}

    @CamelCase
    record Rule(
            String id, Text shortDescription, Text fullDescription, Text help, Configuration defaultConfiguration) {}

    @CamelCase
    record Text(String text) {}

    @CamelCase
    record Configuration(String level) {}

    @CamelCase
    record Invocation(boolean executionSuccessful, List<Notification> toolConfigurationNotifications) {}

    @CamelCase
    record Notification(String level, Text message) {}

    @CamelCase
    record Artifact(
            FileLocation location,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Hashes> hashes) {}

    @CamelCase
    record FileLocation(String uri) {}

    @CamelCase
    record Hashes(@JsonProperty("sha-256") String sha256) {}

    @CamelCase
    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Text message,
            Fingerprints partialFingerprints,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Long> occurrenceCount,
            List<Location> locations,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suppression> suppressions,
            Properties properties) {}

    @CamelCase
    record Fingerprints(@JsonProperty("found/v1") String found) {}

    @CamelCase
    record Location(
            PhysicalLocation physicalLocation,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Column> properties) {}

    @CamelCase
    record PhysicalLocation(
            ArtifactLocation artifactLocation,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Region> region) {}

    @CamelCase
    record ArtifactLocation(String uri, int index) {}

    @CamelCase
    record Region(long startLine) {}

    @CamelCase
    record Column(String column) {}

    @CamelCase
    record Suppression(String kind, String status, String justification) {}

    @CamelCase
    record Properties(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> value, List<String> suggestions) {}
}
