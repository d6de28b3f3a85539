import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks bills of materials: each against the schema of CycloneDX, with a validator other than that of the plugin that wrote
 * it, and that of the library against the jars that a project gets with it: the same files, by SHA-256, each with a licence.
 *
 * <pre>java -cp JARS CheckBom.java FOLDER_WITH_JARS BOM_OF_THE_LIBRARY BOM...</pre>
 */
final class CheckBom {

    private static final String SCHEMAS = "http://cyclonedx.org/schema/";
    private static final JsonMapper JSON = new JsonMapper();

    private CheckBom() {}

    public static void main(String[] arguments) throws Exception {
        Path jars = Path.of(arguments[0]);
        Path library = Path.of(arguments[1]);
        List<Path> boms = Stream.of(arguments).skip(1).map(Path::of).toList();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(SCHEMAS, "classpath:")));
        for (Path bom : boms) {
            String text = Files.readString(bom);
            Schema schema = registry.getSchema(SchemaLocation.of(
                    SCHEMAS + "bom-" + JSON.readTree(text).path("specVersion").asText() + ".schema.json"));
            List<Error> errors = schema.validate(text, InputFormat.JSON);
            if (!errors.isEmpty() || schema.validate("{}", InputFormat.JSON).isEmpty()) {
                throw new IllegalStateException(bom + " is not valid, or the schema accepts anything: " + errors);
            }
        }
        Set<String> listed = new TreeSet<>();
        for (JsonNode component : JSON.readTree(Files.readString(library)).path("components")) {
            if (component.path("licenses").isEmpty()) {
                throw new IllegalStateException("no licence: " + component.path("name"));
            }
            for (JsonNode hash : component.path("hashes")) {
                if (hash.path("alg").asText().equals("SHA-256")) {
                    listed.add(component.path("name").asText() + "-" + component.path("version").asText() + ".jar "
                            + hash.path("content").asText());
                }
            }
        }
        Set<String> there = hashes(jars, library.getFileName().toString().replace("-cyclonedx.json", ".jar"));
        if (!listed.equals(there)) {
            throw new IllegalStateException("listed: " + listed + "\nbut there are: " + there);
        }
        System.out.println("ok  " + boms.size() + " bills of materials follow the schema; that of the library lists the "
                + there.size() + " jars that come along with it, by their hashes");
    }

    /** Returns the names of jars with their hashes, apart from that of the library itself. */
    private static Set<String> hashes(Path folder, String itself) throws Exception {
        Set<String> hashes = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (!name.equals(itself)) {
                    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    hashes.add(name + " " + HexFormat.of().formatHex(hash));
                }
            }
        }
        return hashes;
    }
}
