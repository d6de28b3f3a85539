package nl.betekenisvolmeten.indicators.formats.definition;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiFunction;
import nl.betekenisvolmeten.indicators.IndicatorsException;
import nl.betekenisvolmeten.indicators.disclosure.DisclosurePolicy;
import nl.betekenisvolmeten.indicators.disclosure.PublicationPlan;
import nl.betekenisvolmeten.indicators.finding.Acceptances;
import nl.betekenisvolmeten.indicators.finding.Checked;
import nl.betekenisvolmeten.indicators.formats.internal.definition.AcceptanceLoader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.JsonTreeReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.ObjectReader;
import nl.betekenisvolmeten.indicators.formats.internal.definition.Problems;

/**
 * Reads definition files: JSON in UTF-8. A file is untrusted: whatever it holds, it gives a definition or findings that
 * say what is wrong with it, each with its line and path, and never an exception. All that is wrong is reported, not
 * just the first thing. A definition is given only when there is no error.
 *
 * <p>What a definition refers to (a format to areas and inhabitants, inhabitants to areas) is looked up in the {@link
 * Definitions} at hand. Streams are read up to a limit of 8 MB, and are not closed.
 *
 * <table>
 *   <caption>What is found</caption>
 *   <tr><th>code</th><th>found</th></tr>
 *   <tr><td>BM-D01</td><td>not JSON</td></tr>
 *   <tr><td>BM-D02</td><td>a property is missing</td></tr>
 *   <tr><td>BM-D03</td><td>an unknown property (a warning)</td></tr>
 *   <tr><td>BM-D04</td><td>a value of the wrong kind</td></tr>
 *   <tr><td>BM-D05</td><td>a value that is not allowed</td></tr>
 *   <tr><td>BM-D06</td><td>a reference to something that does not exist</td></tr>
 *   <tr><td>BM-D07</td><td>something that is given twice</td></tr>
 *   <tr><td>BM-D08</td><td>something beyond a limit</td></tr>
 *   <tr><td>BM-D09</td><td>values that contradict each other</td></tr>
 * </table>
 */
public final class DefinitionReader {

    private final Definitions definitions;

    private DefinitionReader(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * Returns a reader that looks up references.
     *
     * @param definitions what files may refer to
     * @return the reader
     */
    public static DefinitionReader of(Definitions definitions) {
        return new DefinitionReader(definitions);
    }

    /**
     * Reads a format.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the format, or what is wrong with it
     * @throws IndicatorsException if the stream fails
     */
    public Checked<FormatDefinition> readFormat(String source, InputStream in) {
        return read(DefinitionKind.FORMATS, source, in);
    }

    /**
     * Reads explanations of warnings: {@code explanations}, a list of objects with {@code code}, {@code row},
     * {@code column}, {@code fingerprint}, {@code reason}, {@code role} and {@code date}. One whose reason is empty is
     * passed over.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the explanations, or what is wrong with them
     * @throws IndicatorsException if the stream fails
     */
    public Checked<Acceptances> readAcceptances(String source, InputStream in) {
        return read(source, in, (root, all) -> AcceptanceLoader.read(root, source));
    }

    /**
     * Reads a counting protocol.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the protocol, or what is wrong with it
     * @throws IndicatorsException if the stream fails
     */
    public Checked<ProtocolDefinition> readProtocol(String source, InputStream in) {
        return read(DefinitionKind.PROTOCOLS, source, in);
    }

    /**
     * Reads a policy on what is hidden in a publication.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the policy, or what is wrong with it
     * @throws IndicatorsException if the stream fails
     */
    public Checked<DisclosurePolicy> readPolicy(String source, InputStream in) {
        return read(DefinitionKind.POLICIES, source, in);
    }

    /**
     * Reads a plan of what is published together.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the plan, or what is wrong with it
     * @throws IndicatorsException if the stream fails
     */
    public Checked<PublicationPlan> readPlan(String source, InputStream in) {
        return read(DefinitionKind.PLANS, source, in);
    }

    /**
     * Reads a definition of any kind, or an array of definitions that may refer to earlier ones. The kind is recognised
     * by the property that only it has, such as {@code columns} for a format or {@code indicators} for a set of
     * indicators.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the known definitions with those of the file, or the findings about the file
     * @throws IndicatorsException if the stream fails
     */
    public Checked<Definitions> readInto(String source, InputStream in) {
        Problems problems = new Problems(source);
        Definitions known = definitions;
        for (ObjectReader root : JsonTreeReader.read(in, problems).stream()
                .flatMap(document -> ObjectReader.all(document, problems).stream())
                .toList()) {
            known = DefinitionKind.of(root).loadInto(root, known).orElse(known);
        }
        return checked(Optional.of(known), problems);
    }

    /**
     * Reads a mapping of another system's export to a format: {@code format}, {@code version} (the latest if left out),
     * {@code columns} with {@code from} and {@code to}, and {@code codes} with {@code column}, {@code from} and {@code
     * to}.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return the mapping, or the findings about it
     * @throws IndicatorsException if the stream fails
     */
    public Checked<ColumnMapping> readMapping(String source, InputStream in) {
        return read(source, in, ColumnMapping::read);
    }

    /**
     * Reads what holds of deliveries and is not in them: {@code overlaps}, {@code agreements}, {@code successions}, {@code
     * areaChanges}, {@code deliveries} and {@code periods}; each may be left out.
     *
     * @param source the file's name, for findings
     * @param in the file
     * @return what holds, or what is wrong with the file
     * @throws IndicatorsException if the stream fails
     */
    public Checked<ReportingContext> readContext(String source, InputStream in) {
        return read(source, in, ContextLoader::read);
    }

    <T> Checked<T> read(DefinitionKind<?, T> kind, String source, InputStream in) {
        return read(source, in, kind::load);
    }

    private <T> Checked<T> read(
            String source, InputStream in, BiFunction<ObjectReader, Definitions, Optional<T>> loader) {
        return read(new Problems(source), in, loader);
    }

    <T> Checked<T> read(Problems problems, InputStream in, BiFunction<ObjectReader, Definitions, Optional<T>> loader) {
        Optional<T> value = JsonTreeReader.read(in, problems)
                .flatMap(document -> ObjectReader.of(document, problems))
                .flatMap(root -> loader.apply(root, definitions));
        return checked(value, problems);
    }

    private static <T> Checked<T> checked(Optional<T> value, Problems problems) {
        return problems.hasErrors() ? Checked.none(problems.findings()) : new Checked<>(value, problems.findings());
    }
}
